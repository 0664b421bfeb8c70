import TextProviders

extension GeminiAnswer {
  /// The words of the first candidate.
  ///
  /// - Throws: ``TextError``: `refused` for blocked prompts and answers, `cutOff` at the token limit, `empty` where
  ///   one more try may help, `malformedAnswer` for a finish reason that is unknown or missing.
  func text() throws(TextError) -> String {
    if let reason = promptFeedback?.blockReason { throw TextError(.refused, "prompt " + reason) }
    guard let candidate = candidates?.first else { throw TextError(.empty, "no candidates") }
    guard let reason = candidate.finishReason else { throw TextError(.malformedAnswer, "no finish reason") }
    guard reason == "STOP" else { throw Self.failure(reason) }
    let spoken = (candidate.content?.parts ?? []).filter { $0.thought != true }.compactMap(\.text).joined()
    guard spoken.contains(where: { !$0.isWhitespace }) else { throw TextError(.empty, "STOP without text") }
    return spoken
  }

  private static func failure(_ reason: String) -> TextError {
    switch reason {
    case "MAX_TOKENS": TextError(.cutOff, reason)
    case "SAFETY", "PROHIBITED_CONTENT", "BLOCKLIST", "SPII": TextError(.refused, reason)
    case "RECITATION", "LANGUAGE", "OTHER": TextError(.empty, reason)
    default: TextError(.malformedAnswer, reason.isStatusWord ? reason : "unknown finish reason")
    }
  }
}

extension String {
  /// Only words of this form reach a log: anything else might be text of ours or the provider's prose.
  var isStatusWord: Bool {
    !isEmpty && utf8.count <= 64 && utf8.allSatisfy { (65...90).contains($0) || (48...57).contains($0) || $0 == 95 }
  }
}
