import Foundation
import VoiceCore

/// Encrypts every blob on its way into another store, and checks it on its way out (G6).
///
/// The format is described in docs/decisions/0310-audio-at-rest.md.
package struct SealedBlobStore: BlobStore {
  private let inner: any BlobStore
  private let key: SealingKey

  package init(_ inner: any BlobStore, key: SealingKey) {
    self.inner = inner
    self.key = key
  }

  package func writer(for id: BlobID) async throws -> any BlobWriter {
    let header = SealedHeader(key)
    return SealedBlobWriter(try await inner.writer(for: id), ChunkCipher(key, header, of: id), header: header)
  }

  /// Opens the last chunk, which proves that nothing is missing at the end.
  package func size(of id: BlobID) async throws -> Int? {
    guard let sealedSize = try await inner.size(of: id) else { return nil }
    let layout = try SealedLayout(sealedSize: sealedSize)
    _ = try await chunk(layout.chunkCount - 1, of: id, layout, cipher(of: id))
    return layout.plainBytes
  }

  package func read(_ id: BlobID, from offset: Int, count: Int) async throws -> [UInt8] {
    guard let sealedSize = try await inner.size(of: id) else { throw BlobError.missing }
    let layout = try SealedLayout(sealedSize: sealedSize)
    let range = min(offset, layout.plainBytes)..<min(offset + count, layout.plainBytes)
    let cipher = try await cipher(of: id)
    var bytes: [UInt8] = []
    for number in layout.chunks(of: range) {
      let start = layout.plainRange(of: number).lowerBound
      let chunk = try await chunk(number, of: id, layout, cipher)
      bytes += chunk[max(0, range.lowerBound - start)..<min(chunk.count, range.upperBound - start)]
    }
    return bytes
  }

  package func ids(sealedBefore limit: Date) async throws -> [BlobID] { try await inner.ids(sealedBefore: limit) }

  package func delete(_ id: BlobID) async throws { try await inner.delete(id) }

  private func chunk(_ number: Int, of id: BlobID, _ layout: SealedLayout, _ cipher: ChunkCipher) async throws
    -> [UInt8]
  {
    let place = layout.sealedRange(of: number)
    let sealed = try await inner.read(id, from: place.lowerBound, count: place.count)
    return try cipher.open(sealed, number: number, isLast: number == layout.chunkCount - 1)
  }

  /// - Throws: ``BlobError/sealedWithAnotherKey`` where `SECRET_KEY` has changed.
  private func cipher(of id: BlobID) async throws -> ChunkCipher {
    let header = try SealedHeader(await inner.read(id, from: 0, count: SealedHeader.byteCount))
    guard header.keyID == key.id else { throw BlobError.sealedWithAnotherKey }
    return ChunkCipher(key, header, of: id)
  }
}
