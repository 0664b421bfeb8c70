import VoiceCore

/// Seals what comes in, chunk by chunk, and hands it on. Holds at most one chunk back: it may be the last.
actor SealedBlobWriter: BlobWriter {
  private let inner: any BlobWriter
  private let cipher: ChunkCipher
  /// Goes out with the first chunk.
  private var header: [UInt8]
  private var pending: [UInt8] = []
  private var chunkCount = 0
  private var byteCount = 0

  init(_ inner: any BlobWriter, _ cipher: ChunkCipher, header: SealedHeader) {
    self.inner = inner
    self.cipher = cipher
    self.header = header.bytes
  }

  func append(_ bytes: [UInt8]) async throws {
    byteCount += bytes.count
    pending += bytes
    while pending.count > SealedLayout.chunkBytes {
      let chunk = Array(pending.prefix(SealedLayout.chunkBytes))
      pending.removeFirst(chunk.count)
      try await write(chunk, isLast: false)
    }
  }

  func seal() async throws -> Int {
    try await write(pending, isLast: true)
    pending = []
    try await inner.seal()
    return byteCount
  }

  func discard() async {
    pending = []
    await inner.discard()
  }

  private func write(_ chunk: [UInt8], isLast: Bool) async throws {
    let sealed = try header + cipher.seal(chunk, number: chunkCount, isLast: isLast)
    header = []
    chunkCount += 1
    try await inner.append(sealed)
  }
}
