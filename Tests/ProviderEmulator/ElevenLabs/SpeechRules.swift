/// What a model accepts beyond the schema.
struct SpeechRules: Sendable {
  var body: SpeechBody
  var model: SpeechModel

  func check(_ request: EmulatorRequest) throws {
    let length = body.text.unicodeScalars.count
    guard length <= model.enforcedCharacters else {
      throw ElevenLabsCallErrors.textTooLong.refusal(
        request,
        message: "Request text length (\(length)) exceeds the maximum text length of \(model.maxCharacters) characters")
    }
    if length == 0, model.family != .second { throw ElevenLabsCallErrors.emptyText.refusal(request) }
    try checkSettings(request)
    try checkOptions(request)
  }

  /// v3 and v4 ignore the speed; the others refuse one outside 0.7…1.2.
  private func checkSettings(_ request: EmulatorRequest) throws {
    let speed = body.settings["speed"]?.double ?? 1
    if model.family == .second, !(0.7...1.2).contains(speed) {
      throw ElevenLabsCallErrors.badSpeed.refusal(request)
    }
    let stability = body.settings["stability"]?.double ?? 0.5
    if model.id == "eleven_v3", ![0, 0.5, 1].contains(stability) {
      throw ElevenLabsCallErrors.badStability.refusal(request)
    }
  }

  private func checkOptions(_ request: EmulatorRequest) throws {
    let hasContext = [body.members["previous_text"], body.members["next_text"]].contains { $0?.string != nil }
    if model.id == "eleven_v3", hasContext { throw ElevenLabsCallErrors.unsupportedModel.refusal(request) }
    if model.family == .fourth, body.members["apply_language_text_normalization"] == true {
      throw ElevenLabsCallErrors.unsupportedModel.refusal(
        request, message: "apply_language_text_normalization is not supported with the '\(model.id)' model.")
    }
    let locators = body.members["pronunciation_dictionary_locators"]?.array?.count ?? 0
    let negativeSeed = body.members["seed"]?.int.map { $0 < 0 } ?? false
    if locators > 3 || negativeSeed {
      throw ElevenLabsCallErrors.invalidParameters.refusal(request)
    }
  }
}
