import Foundation

/// Dates and times as performers write them in their settings. All days are days in UTC.
package enum ShownDate {
  private static let style = Date.ISO8601FormatStyle().year().month().day()
  private static let mostDaysBack = 0...3650

  /// How many days before today a relative date stands; `nil` for an absolute one and for what is no date.
  package static func daysBack(_ text: String) -> Int? {
    switch text {
    case "today": return 0
    case "yesterday": return 1
    default:
      guard text.hasPrefix("-"), text.hasSuffix("d"), text.dropFirst().dropLast().utf8.allSatisfy(isDigit) else {
        return nil
      }
      return Int(text.dropFirst().dropLast()).flatMap { mostDaysBack.contains($0) ? $0 : nil }
    }
  }

  /// `YYYY-MM-DD`, `today`, `yesterday` or `-3d` as a day; `nil` for anything else.
  package static func resolve(_ text: String, at now: Date) -> String? {
    daysBack(text).map { day(of: now.addingTimeInterval(-86_400 * Double($0))) } ?? absolute(text)
  }

  /// The first instant of a day; `nil` for anything but `YYYY-MM-DD`.
  package static func start(of day: String) -> Date? { absolute(day).flatMap { try? style.parse($0) } }

  /// The day of an instant, `YYYY-MM-DD`.
  package static func day(of instant: Date) -> String { instant.formatted(style) }

  /// The time of day of an instant, `HH:MM`.
  package static func time(of instant: Date) -> String {
    let minutes = (instant.milliseconds / 60_000) % (24 * 60)
    return [minutes / 60, minutes % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
  }

  /// Whether the text is a time of day, `HH:MM`.
  package static func isTime(_ text: String) -> Bool {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, parts.allSatisfy({ $0.utf8.count == 2 && $0.utf8.allSatisfy(isDigit) }) else {
      return false
    }
    return (0..<24).contains(Int(parts[0]) ?? -1) && (0..<60).contains(Int(parts[1]) ?? -1)
  }

  private static func absolute(_ text: String) -> String? {
    guard text.utf8.count == 10, let date = try? style.parse(text), day(of: date) == text else { return nil }
    return text
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
}

extension Date {
  /// Milliseconds since 1970, as databases and cursors keep instants.
  package var milliseconds: Int64 { Int64((timeIntervalSince1970 * 1000).rounded()) }

  package init(milliseconds: Int64) {
    self.init(timeIntervalSince1970: Double(milliseconds) / 1000)
  }
}
