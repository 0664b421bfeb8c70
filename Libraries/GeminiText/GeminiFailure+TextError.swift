import Foundation
import TextProviders

extension GeminiFailure {
  /// What an error status means for us; the provider's prose is left behind.
  static func textError(status: Int, body: [UInt8]) -> TextError {
    let failure = parse(body)
    return TextError(
      code(status: status, failure), detail(status: status, failure),
      retryAfter: failure?.details.lazy.compactMap(\.retryDelay).first.flatMap(Duration.init(protobuf:)))
  }

  private static func code(status: Int, _ failure: GeminiFailure?) -> TextError.Code {
    switch status {
    case 400 where failure?.hasReason("API_KEY_INVALID") == true: .keyRefused
    case 400 where failure?.status == "FAILED_PRECONDITION": .keyRefused
    case 401, 403: .keyRefused
    case 404: .modelUnavailable
    case 408, 504: .timeout
    case 429: failure?.exceedsDailyQuota == true ? .quotaExhausted : .rateLimited
    case 500...: .unavailable
    default: .invalidRequest
    }
  }

  private static func detail(status: Int, _ failure: GeminiFailure?) -> String {
    let words = [failure?.status, failure?.details.lazy.compactMap(\.reason).first]
    return ([String(status)] + words.compactMap(\.self).filter(\.isStatusWord)).joined(separator: " ")
  }

  private func hasReason(_ reason: String) -> Bool {
    details.contains { $0.reason == reason }
  }

  /// The delay that comes with a daily quota is misleading.
  private var exceedsDailyQuota: Bool {
    details.flatMap { $0.violations ?? [] }.contains { $0.quotaId?.contains("PerDay") == true }
  }
}

extension Duration {
  /// A protobuf duration such as `37s` or `3.957525076s`.
  init?(protobuf text: String) {
    guard text.hasSuffix("s"), let seconds = Double(text.dropLast()), seconds.isFinite, (0...86_400).contains(seconds)
    else { return nil }
    self = .milliseconds(Int64((seconds * 1000).rounded(.up)))
  }
}
