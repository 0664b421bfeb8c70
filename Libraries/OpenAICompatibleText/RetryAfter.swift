import Foundation
import OutboundHTTP

/// The pause that a server asks for in its headers.
enum RetryAfter {
  /// `retry-after-ms`, else `Retry-After` in seconds; a date is not understood. At most a day.
  static func read(_ headers: OutboundHeaders) -> Duration? {
    if let milliseconds = number(headers["retry-after-ms"]) { return .milliseconds(Int64(milliseconds.rounded(.up))) }
    return number(headers["Retry-After"]).map { .milliseconds(Int64(($0 * 1000).rounded(.up))) }
  }

  private static func number(_ text: String?) -> Double? {
    guard let value = text.flatMap(Double.init), (0...86_400_000).contains(value) else { return nil }
    return value
  }
}
