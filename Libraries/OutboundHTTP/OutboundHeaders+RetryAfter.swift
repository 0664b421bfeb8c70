import Foundation

extension OutboundHeaders {
  /// The pause that `Retry-After` asks for, given in seconds or as a date (RFC 9110, 10.2.3); `nil` where there is none.
  ///
  /// - Parameter now: what a date is reckoned from.
  package func retryAfter(now: Date = Date()) -> Duration? {
    guard let text = self["retry-after"]?.trimmingCharacters(in: .whitespaces) else { return nil }
    if let seconds = Int(text) { return seconds >= 0 ? .seconds(seconds) : nil }
    guard let date = Self.date(text) else { return nil }
    return .seconds(max(0, date.timeIntervalSince(now).rounded(.up)))
  }

  /// The form that all senders must use, for example `Sun, 06 Nov 1994 08:49:37 GMT`.
  private static func date(_ text: String) -> Date? {
    let formatter = DateFormatter()
    formatter.locale = Locale(identifier: "en_US_POSIX")
    formatter.timeZone = .gmt
    formatter.dateFormat = "EEE, dd MMM yyyy HH:mm:ss 'GMT'"
    return formatter.date(from: text)
  }
}
