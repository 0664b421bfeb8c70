extension GenerateRequest {
  /// What is checked after key and model.
  func check(_ request: EmulatorRequest) throws {
    guard !contents.isEmpty else { throw GeminiRequestErrors.emptyContents.refusal(request) }
    for complaint in complaints {
      throw GeminiRequestErrors.invalidArgument.refusal(request, message: complaint)
    }
  }

  private var complaints: [String] {
    var found: [String] = []
    if !(0...2).contains(config["temperature"]?.double ?? 1) {
      found.append(
        "* GenerateContentRequest.generation_config.temperature: temperature must be in the range [0.0, 2.0].")
    }
    if (config["stopSequences"]?.array?.count ?? 0) > 5 {
      found.append("* GenerateContentRequest.generation_config.stop_sequences: at most 5 stop sequences are allowed.")
    }
    if (config["maxOutputTokens"]?.int ?? 1) < 1 {
      found.append("* GenerateContentRequest.generation_config.max_output_tokens: must be positive.")
    }
    if (config["candidateCount"]?.int ?? 1) > 1 { found.append("Multiple candidates is not enabled for this model") }
    let categories = safety.compactMap { $0["category"]?.string }
    if Set(categories).count < categories.count {
      found.append("* GenerateContentRequest.safety_settings: element predicate failed: duplicate category")
    }
    return found
  }
}
