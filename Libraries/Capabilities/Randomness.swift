/// A source of random bytes; the live one is the operating system's cryptographic generator.
package struct Randomness: Sendable {
  package var bytes: @Sendable (_ count: Int) -> [UInt8]

  package init(bytes: @escaping @Sendable (_ count: Int) -> [UInt8]) {
    self.bytes = bytes
  }

  package static let system = Randomness { count in
    // The generator asks the system for eight bytes at a time.
    var generator = SystemRandomNumberGenerator()
    var bytes: [UInt8] = []
    bytes.reserveCapacity(count + 7)
    while bytes.count < count {
      withUnsafeBytes(of: generator.next()) { bytes.append(contentsOf: $0) }
    }
    return Array(bytes.prefix(count))
  }

  /// A uniformly distributed text of `length` characters out of `alphabet`.
  ///
  /// Bytes beyond the largest multiple of the alphabet's size are dropped, so no character is favoured.
  package func text(length: Int, alphabet: [Character]) -> String {
    let bound = 256 - 256 % alphabet.count
    var text = ""
    while text.count < length {
      for byte in bytes(length) where Int(byte) < bound && text.count < length {
        text.append(alphabet[Int(byte) % alphabet.count])
      }
    }
    return text
  }
}
