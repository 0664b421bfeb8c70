import VoiceCore

/// What stands in front of a sealed blob: mark and version, the key's id, the blob's own salt.
struct SealedHeader: Equatable {
  static let byteCount = mark.count + keyIDBytes + saltBytes
  static let keyIDBytes = 8
  static let saltBytes = 32
  private static let mark = Array("VMS1".utf8)

  let keyID: [UInt8]
  let salt: [UInt8]

  /// With a new salt.
  init(_ key: SealingKey) {
    keyID = key.id
    var generator = SystemRandomNumberGenerator()
    salt = (0..<Self.saltBytes).map { _ in UInt8.random(in: 0...255, using: &generator) }
  }

  /// - Throws: ``BlobError/damaged(_:)`` for anything else than a whole header.
  init(_ bytes: [UInt8]) throws(BlobError) {
    guard bytes.count == Self.byteCount, bytes.starts(with: Self.mark) else { throw .damaged("no sealed blob") }
    keyID = Array(bytes[Self.mark.count..<Self.mark.count + Self.keyIDBytes])
    salt = Array(bytes.suffix(Self.saltBytes))
  }

  var bytes: [UInt8] { Self.mark + keyID + salt }
}
