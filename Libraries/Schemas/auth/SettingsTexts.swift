import Foundation

/// The texts among the settings and the forms that they may have.
extension FieldReader {
  mutating func backgroundName(_ name: String) -> String? {
    checked(name, length: 1...64, "must be small letters, digits, hyphens or underscores") { text in
      text.utf8.allSatisfy { byte in
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
          || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
      }
    }
  }

  mutating func noteName(_ name: String) -> String? {
    checked(name, length: 0...50, "must not hold control characters") { text in
      text.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control }
    }
  }

  mutating func noteDate(_ name: String) -> String? {
    checked(name, length: 0...10, "must be YYYY-MM-DD, today, yesterday or -<days>d") {
      $0.isEmpty || NoteDate($0) != nil
    }
  }

  mutating func noteTime(_ name: String) -> String? {
    checked(name, length: 0...5, "must be HH:MM") { $0.isEmpty || NoteTime($0) != nil }
  }

  mutating func timeZone(_ name: String) -> String? {
    checked(name, length: 0...64, "must be a zone of the IANA database, for example America/New_York") {
      $0.isEmpty || TimeZone(identifier: $0) != nil
    }
  }

  private mutating func checked(
    _ name: String, length: ClosedRange<Int>, _ rule: String, _ fits: (String) -> Bool
  ) -> String? {
    guard let text = optionalString(name, length: length) else { return nil }
    if fits(text) { return text }
    report(name, rule)
    return nil
  }
}
