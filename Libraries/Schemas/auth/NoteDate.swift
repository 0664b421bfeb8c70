/// The day that a note claims to be from, fixed or relative to the day it is spoken on.
package enum NoteDate: Sendable, Equatable {
  case day(year: Int, month: Int, day: Int)
  /// 0 is today, 1 yesterday; at most 3650.
  case daysAgo(Int)

  /// Reads `YYYY-MM-DD` (a day of the Gregorian calendar), `today`, `yesterday`, or `-3d`.
  package init?(_ text: String) {
    switch text {
    case "today": self = .daysAgo(0)
    case "yesterday": self = .daysAgo(1)
    case _ where text.hasPrefix("-"): self.init(relative: text)
    default: self.init(absolute: text)
    }
  }

  private init?(relative text: String) {
    let digits = text.dropFirst().dropLast()
    guard text.hasSuffix("d"), let days = Int(digits), digits.utf8.allSatisfy(\.isDigit), (1...3650).contains(days)
    else { return nil }
    self = .daysAgo(days)
  }

  private init?(absolute text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.map(\.utf8.count) == [4, 2, 2], parts.allSatisfy({ $0.utf8.allSatisfy(\.isDigit) }) else { return nil }
    let numbers = parts.compactMap { Int($0) }
    guard numbers[0] >= 1900, let days = Self.days(in: numbers[1], of: numbers[0]), (1...days).contains(numbers[2])
    else { return nil }
    self = .day(year: numbers[0], month: numbers[1], day: numbers[2])
  }

  private static func days(in month: Int, of year: Int) -> Int? {
    let isLeap = year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400))
    let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    return (1...12).contains(month) ? lengths[month - 1] : nil
  }
}

/// The time of day that a note claims to be from, on a 24-hour clock.
package struct NoteTime: Sendable, Equatable {
  package var hour: Int
  package var minute: Int

  /// Reads `HH:MM`, 00:00 to 23:59.
  package init?(_ text: String) {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.map(\.utf8.count) == [2, 2], parts.allSatisfy({ $0.utf8.allSatisfy(\.isDigit) }),
      let hour = Int(parts[0]), let minute = Int(parts[1]), hour < 24, minute < 60
    else { return nil }
    self.hour = hour
    self.minute = minute
  }
}

extension UInt8 {
  fileprivate var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }
}
