import Foundation

/// Makes identifiers that are unique without coordination and, in this order, sort by the time they were made.
///
/// A live identifier is a UUID version 7 (RFC 9562) in lower case, 36 characters.
package struct Identifiers: Sendable {
  package var make: @Sendable () -> String

  package init(make: @escaping @Sendable () -> String) {
    self.make = make
  }

  package static func uuid7(clock: WallClock, randomness: Randomness) -> Identifiers {
    Identifiers {
      var bytes = randomness.bytes(16)
      let milliseconds = UInt64(max(0, clock.now().timeIntervalSince1970 * 1000))
      for index in 0..<6 {
        bytes[index] = UInt8(truncatingIfNeeded: milliseconds >> UInt64(40 - 8 * index))
      }
      bytes[6] = bytes[6] & 0x0F | 0x70
      bytes[8] = bytes[8] & 0x3F | 0x80
      return text(bytes)
    }
  }

  package static let system = uuid7(clock: .system, randomness: .system)

  /// 16 bytes in the form 8-4-4-4-12, in lower case.
  private static func text(_ bytes: [UInt8]) -> String {
    var digits = bytes.hexadecimalDigits
    for place in [20, 16, 12, 8] { digits.insert(UInt8(ascii: "-"), at: place) }
    return String(decoding: digits, as: UTF8.self)
  }
}
