import Schemas

/// Decodes base64 character by character (RFC 4648, with padding), after an optional `data:…;base64,` prefix.
struct Base64Decoder: Sendable {
  private static let values: [UInt8?] = {
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    return (0...255).map { byte in alphabet.firstIndex(of: UInt8(byte)).map { UInt8($0) } }
  }()
  private static let longestPrefix = 128

  private var bits: UInt32 = 0
  private var characterCount = 0
  private var paddingCount = 0
  private var prefixLeft = 0

  static let malformed = ServiceError(.validationFailed, "Not valid: audio_base64 is not base64.")

  var isComplete: Bool { characterCount % 4 == 0 && prefixLeft == 0 }

  mutating func take(_ byte: UInt8, _ output: inout [UInt8]) throws(ServiceError) {
    if prefixLeft > 0 { return try skipPrefix(byte) }
    if characterCount == 4, byte == UInt8(ascii: ":"), bits == Self.dataMark { return beginPrefix(&output) }
    guard paddingCount < 2 || characterCount % 4 != 0 else { throw Self.malformed }
    try add(byte)
    if characterCount % 4 == 0 { try flush(&output) }
  }

  private mutating func add(_ byte: UInt8) throws(ServiceError) {
    if byte == UInt8(ascii: "="), characterCount % 4 >= 2 {
      paddingCount += 1
    } else {
      guard paddingCount == 0, let value = Self.values[Int(byte)] else { throw Self.malformed }
      bits = (characterCount % 4 == 0 ? 0 : bits) << 6 | UInt32(value)
    }
    characterCount += 1
  }

  private func flush(_ output: inout [UInt8]) throws(ServiceError) {
    let group = bits << UInt32(6 * paddingCount)
    let bytes = [
      UInt8(truncatingIfNeeded: group >> 16), UInt8(truncatingIfNeeded: group >> 8), UInt8(truncatingIfNeeded: group),
    ]
    output += bytes.prefix(3 - paddingCount)
  }
}

// MARK: - The prefix of a data URL

extension Base64Decoder {
  /// What the four characters `data` decode to.
  private static let dataMark: UInt32 = "data".utf8.reduce(0) { $0 << 6 | UInt32(values[Int($1)] ?? 0) }

  /// `data` has been taken for audio; it is taken back.
  private mutating func beginPrefix(_ output: inout [UInt8]) {
    output.removeLast(min(3, output.count))
    (bits, characterCount) = (0, 0)
    prefixLeft = Self.longestPrefix
  }

  private mutating func skipPrefix(_ byte: UInt8) throws(ServiceError) {
    prefixLeft = byte == UInt8(ascii: ",") ? 0 : prefixLeft - 1
    if prefixLeft == 0 && byte != UInt8(ascii: ",") { throw Self.malformed }
  }
}
