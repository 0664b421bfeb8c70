import Foundation

/// The day that a note shows: absolute, or relative to the day on which it is made.
package enum NoteDate {
  package static func isAcceptable(_ text: String) -> Bool {
    daysBack(text) != nil || day(text) != nil
  }

  package static func isAcceptable(time: String) -> Bool {
    let parts = time.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, parts.allSatisfy({ $0.count == 2 && $0.allSatisfy(\.isASCIIDigit) }),
      let hour = Int(parts[0]), let minute = Int(parts[1])
    else { return false }
    return (0..<24).contains(hour) && (0..<60).contains(minute)
  }

  /// The shown day, at midnight UTC; `now`'s own day for an absent or malformed date.
  package static func shown(_ text: String?, now: Date) -> Date {
    guard let text else { return now }
    if let days = daysBack(text) { return now.addingTimeInterval(-86_400 * Double(days)) }
    return day(text) ?? now
  }

  private static func daysBack(_ text: String) -> Int? {
    switch text {
    case "today": return 0
    case "yesterday": return 1
    default:
      guard text.hasPrefix("-"), text.hasSuffix("d"), text.count > 2 else { return nil }
      let digits = text.dropFirst().dropLast()
      return digits.allSatisfy(\.isASCIIDigit) ? Int(digits).flatMap { $0 <= 36_500 ? $0 : nil } : nil
    }
  }

  private static func day(_ text: String) -> Date? {
    guard text.count == 10 else { return nil }
    return try? Date.ISO8601FormatStyle().year().month().day().parse(text)
  }
}

extension Character {
  fileprivate var isASCIIDigit: Bool { isASCII && isNumber }
}
