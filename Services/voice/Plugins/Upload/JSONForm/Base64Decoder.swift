import Schemas

/// Decodes base64 character by character (RFC 4648, padded or not, line breaks and spaces skipped), after an optional
/// `data:…;base64,` prefix.
struct Base64Decoder: Sendable {
  private static let values: [UInt8?] = {
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    return (0...255).map { byte in alphabet.firstIndex(of: UInt8(byte)).map { UInt8($0) } }
  }()
  private static let longestPrefix = 128
  private static let whiteSpace: Set<UInt8> = [9, 10, 13, 32]

  private var bits: UInt32 = 0
  private var characterCount = 0
  private var paddingCount = 0
  private var prefixLeft = 0
  /// The first group, held back until it is certain that it is no prefix.
  private var first: [UInt8] = []

  static let malformed = ServiceError(.validationFailed, "Not valid: audio_base64 is not base64.")

  mutating func take(_ byte: UInt8, _ output: inout [UInt8]) throws(ServiceError) {
    if Self.whiteSpace.contains(byte) { return }
    if prefixLeft > 0 { return try skipPrefix(byte) }
    if !first.isEmpty {
      if byte == UInt8(ascii: ":"), bits == Self.dataMark { return beginPrefix() }
      output += takeFirst()
    }
    guard paddingCount < 2 || characterCount % 4 != 0 else { throw Self.malformed }
    try add(byte)
    if characterCount == 4 { first = group } else if characterCount % 4 == 0 { output += group }
  }

  /// What is still held back at the end.
  ///
  /// - Throws: `VALIDATION_FAILED` where the text ends inside a prefix, its padding, or a byte.
  mutating func end() throws(ServiceError) -> [UInt8] {
    let last = characterCount % 4
    guard prefixLeft == 0, last == 0 || (last > 1 && paddingCount == 0) else { throw Self.malformed }
    guard last > 0 else { return takeFirst() }
    (bits, paddingCount) = (bits << UInt32(6 * (4 - last)), 4 - last)
    return takeFirst() + [16, 8, 0].map { UInt8(truncatingIfNeeded: bits >> $0) }.dropLast(paddingCount)
  }

  private mutating func takeFirst() -> [UInt8] {
    defer { first = [] }
    return first
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

  private var group: [UInt8] {
    let whole = bits << UInt32(6 * paddingCount)
    return [16, 8, 0].map { UInt8(truncatingIfNeeded: whole >> $0) }.dropLast(paddingCount)
  }
}

// MARK: - The prefix of a data URL

extension Base64Decoder {
  /// What the four characters `data` decode to.
  private static let dataMark: UInt32 = "data".utf8.reduce(0) { $0 << 6 | UInt32(values[Int($1)] ?? 0) }

  private mutating func beginPrefix() {
    first = []
    (bits, characterCount) = (0, 0)
    prefixLeft = Self.longestPrefix
  }

  private mutating func skipPrefix(_ byte: UInt8) throws(ServiceError) {
    prefixLeft = byte == UInt8(ascii: ",") ? 0 : prefixLeft - 1
    if prefixLeft == 0 && byte != UInt8(ascii: ",") { throw Self.malformed }
  }
}
