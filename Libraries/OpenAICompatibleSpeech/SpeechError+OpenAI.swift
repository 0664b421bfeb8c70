import Foundation
import OutboundHTTP
import SpeechProviders

/// `{"error": {"code": …, "type": …}}`, as OpenAI answers; others leave parts of it out.
private struct OpenAIErrorBody: Decodable {
  struct Detail: Decodable {
    var code: String?
    var type: String?
  }

  var error: Detail
}

extension SpeechError {
  /// An answer that is not a success: words of the body first, since 429 stands for spent credits too.
  init(openAIStatus status: Int, headers: OutboundHeaders, body: [UInt8]) {
    let detail = (try? JSONDecoder().decode(OpenAIErrorBody.self, from: Data(body)))?.error
    let words = [detail?.code, detail?.type].compactMap { $0 }.filter(Self.isIdentifier)
    self.init(
      Self.code(words: words, status: status), words.first.map { "\(status) \($0)" } ?? "\(status)",
      retryAfter: headers.retryAfter())
  }

  private static func code(words: [String], status: Int) -> SpeechError.Code {
    if words.contains("insufficient_quota") { return .outOfCredits }
    switch status {
    case 401, 403: return .keyRefused
    case 402: return .outOfCredits
    case 408: return .timeout
    case 429: return .rateLimited
    case 400..<500: return .invalidRequest
    case 500...: return .unavailable
    default: return .malformedAnswer
    }
  }

  /// Anything else might be prose, which stays out of the logs.
  private static func isIdentifier(_ word: String) -> Bool {
    (1...64).contains(word.utf8.count) && word.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F }
  }
}
