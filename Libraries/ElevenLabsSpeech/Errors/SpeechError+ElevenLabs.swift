import OutboundHTTP
import SpeechProviders

extension SpeechError {
  /// An answer that is not a success.
  init(status: Int, headers: OutboundHeaders, body: [UInt8], during operation: ElevenLabsOperation) {
    let words = ElevenLabsErrorBody.words(in: body)
    let mayHideEffect = (status >= 500 || status == 408) && operation.serverErrorMayHideEffect
    self.init(
      ElevenLabsErrorTable.code(words: words, httpStatus: status, during: operation),
      Self.detail(status: status, words: words),
      retryAfter: headers.retryAfter(), hadNoEffect: !mayHideEffect)
  }

  static func malformed(_ detail: String, during operation: ElevenLabsOperation) -> SpeechError {
    SpeechError(.malformedAnswer, detail, hadNoEffect: operation == .read)
  }

  /// The words are the provider's own identifiers; anything that does not look like one stays out of the logs.
  private static func detail(status: Int, words: [String]) -> String {
    let identifier = words.first { $0.utf8.count <= 64 && $0.allSatisfy { $0.isASCII && !$0.isWhitespace } }
    return identifier.map { "\(status) \($0)" } ?? "\(status)"
  }
}
