import OutboundHTTP
import SpeechProviders

extension SpeechError {
  /// An answer that is not a success.
  init(status: Int, headers: OutboundHeaders, body: [UInt8], during operation: ElevenLabsOperation) {
    let words = ElevenLabsErrorBody.words(in: body)
    let retryAfter = headers["retry-after"].flatMap { Int($0) }.map { Duration.seconds($0) }
    let mayHideEffect = (status >= 500 || status == 408) && operation.serverErrorMayHideEffect
    self.init(
      ElevenLabsErrorTable.code(words: words, httpStatus: status, during: operation),
      Self.detail(status: status, words: words),
      retryAfter: retryAfter, hadNoEffect: !mayHideEffect)
  }

  /// A transfer without an answer.
  init(_ error: OutboundError, during operation: ElevenLabsOperation) {
    self.init(
      Self.code(of: error.code), error.code.rawValue,
      hadNoEffect: error.requestNeverArrived || !operation.silenceMayHideEffect)
  }

  /// A transfer that broke after the answer had begun.
  static func interrupted(_ error: OutboundError) -> SpeechError {
    SpeechError(error.code == .cancelled ? .cancelled : .cut, error.code.rawValue, hadNoEffect: false)
  }

  static func malformed(_ detail: String, during operation: ElevenLabsOperation) -> SpeechError {
    SpeechError(.malformedAnswer, detail, hadNoEffect: operation == .read)
  }

  private static func code(of code: OutboundError.Code) -> SpeechError.Code {
    switch code {
    case .connectTimeout, .firstByteTimeout, .idleTimeout: .timeout
    case .resolve, .connect, .tls, .cut, .shutDown: .unavailable
    case .invalidURL, .invalidRequest, .requestBody: .invalidRequest
    case .tooLarge: .malformedAnswer
    case .cancelled: .cancelled
    }
  }

  /// The words are the provider's own identifiers; anything that does not look like one stays out of the logs.
  private static func detail(status: Int, words: [String]) -> String {
    let identifier = words.first { $0.utf8.count <= 64 && $0.allSatisfy { $0.isASCII && !$0.isWhitespace } }
    return identifier.map { "\(status) \($0)" } ?? "\(status)"
  }
}
