import Foundation
import OutboundHTTP
import TextProviders

/// The body of an error status, as far as it is JSON of the usual form.
struct ChatFailure: Decodable {
  var error: Detail?

  struct Detail: Decodable {
    var type: String?
    var code: String?

    private enum CodingKeys: CodingKey { case type, code }

    /// Some servers give numbers, or a text in place of the object.
    init(from decoder: any Decoder) throws {
      let members = try? decoder.container(keyedBy: CodingKeys.self)
      type = try? members?.decode(String.self, forKey: .type)
      code = try? members?.decode(String.self, forKey: .code)
    }
  }

  /// What an error status means for us; the provider's prose is left behind.
  static func textError(_ answer: TextAnswer) -> TextError {
    let detail = (try? JSONDecoder().decode(ChatFailure.self, from: Data(answer.body)))?.error
    let words = [detail?.type, detail?.code].compactMap(\.self)
    return TextError(
      code(status: answer.status, Set(words)),
      ([String(answer.status)] + words.filter(\.isErrorWord)).joined(separator: " "),
      retryAfter: RetryAfter.read(answer.headers))
  }

  private static func code(status: Int, _ words: Set<String>) -> TextError.Code {
    switch status {
    case 400 where !words.isDisjoint(with: ["content_filter", "content_policy_violation"]): .refused
    case 401, 403: .keyRefused
    case 402: .quotaExhausted
    case 404: .modelUnavailable
    case 408, 504: .timeout
    case 429: words.contains("insufficient_quota") ? .quotaExhausted : .rateLimited
    case 500...: .unavailable
    default: .invalidRequest
    }
  }
}

extension String {
  /// Only words of this form reach a log: anything else might be text of ours or the provider's prose.
  fileprivate var isErrorWord: Bool {
    !isEmpty && utf8.count <= 64 && utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || $0 == 95 }
  }
}
