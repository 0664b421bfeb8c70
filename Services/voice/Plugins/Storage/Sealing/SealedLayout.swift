import VoiceCore

/// Where the chunks of a sealed blob lie. Every blob has at least one, which may be empty.
struct SealedLayout: Equatable {
  /// Bytes of sound in every chunk but the last.
  static let chunkBytes = BlobPart.byteCount
  static let tagBytes = 16
  private static let sealedBytes = chunkBytes + tagBytes

  let chunkCount: Int
  /// Bytes of sound in all chunks together.
  let plainBytes: Int

  /// - Parameter sealedSize: bytes on disk, header included.
  /// - Throws: ``BlobError/damaged(_:)`` for a size that no sealed blob has.
  init(sealedSize: Int) throws(BlobError) {
    let body = sealedSize - SealedHeader.byteCount
    let count = (body + Self.sealedBytes - 1) / Self.sealedBytes
    guard count > 0, body - (count - 1) * Self.sealedBytes >= Self.tagBytes else { throw .damaged("cut short") }
    chunkCount = count
    plainBytes = body - count * Self.tagBytes
  }

  /// Chunks that hold any of these bytes of sound.
  func chunks(of range: Range<Int>) -> Range<Int> {
    range.isEmpty ? 0..<0 : range.lowerBound / Self.chunkBytes..<(range.upperBound - 1) / Self.chunkBytes + 1
  }

  /// Which bytes of sound a chunk holds.
  func plainRange(of chunk: Int) -> Range<Int> {
    chunk * Self.chunkBytes..<min((chunk + 1) * Self.chunkBytes, plainBytes)
  }

  /// Where a chunk lies on disk.
  func sealedRange(of chunk: Int) -> Range<Int> {
    let start = SealedHeader.byteCount + chunk * Self.sealedBytes
    return start..<start + plainRange(of: chunk).count + Self.tagBytes
  }
}
