import Foundation
import Synchronization
import VoiceCore

/// Blobs in memory, for tests.
package final class MemoryBlobStore: BlobStore {
  private let blobs = Mutex<[BlobID: (bytes: [UInt8], sealedAt: Date)]>([:])

  package init() {}

  package func writer(for id: BlobID) async throws -> any BlobWriter {
    MemoryBlobWriter { bytes in self.blobs.withLock { $0[id] = (bytes, Date()) } }
  }

  package func size(of id: BlobID) async throws -> Int? { blobs.withLock { $0[id]?.bytes.count } }

  package func read(_ id: BlobID, from offset: Int, count: Int) async throws -> [UInt8] {
    guard let bytes = blobs.withLock({ $0[id]?.bytes }) else { throw BlobError.missing }
    return Array(bytes.dropFirst(offset).prefix(count))
  }

  package func ids(sealedBefore limit: Date) async throws -> [BlobID] {
    blobs.withLock { $0.filter { $0.value.sealedAt < limit }.map(\.key) }
  }

  package func delete(_ id: BlobID) async throws { blobs.withLock { $0[id] = nil } }
}

private actor MemoryBlobWriter: BlobWriter {
  private var bytes: [UInt8]? = []
  private let keep: @Sendable ([UInt8]) -> Void

  init(keep: @escaping @Sendable ([UInt8]) -> Void) {
    self.keep = keep
  }

  func append(_ part: [UInt8]) throws {
    guard bytes != nil else { throw BlobError.failed("append to a closed blob") }
    bytes?.append(contentsOf: part)
  }

  func seal() throws -> Int {
    guard let whole = bytes.take() else { throw BlobError.failed("seal a closed blob") }
    keep(whole)
    return whole.count
  }

  func discard() { bytes = nil }
}
