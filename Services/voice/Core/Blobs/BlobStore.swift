import Foundation
import ServiceHost

/// Audio at rest. Every stored byte passes through here, so encryption or another kind of disk is one change.
package protocol BlobStore: Sendable {
  /// A new blob, which exists for readers only once it is sealed.
  func writer(for id: BlobID) async throws -> any BlobWriter

  /// In bytes; `nil` where there is no such blob.
  func size(of id: BlobID) async throws -> Int?

  /// Up to `count` bytes from `offset` on; fewer only at the end.
  func read(_ id: BlobID, from offset: Int, count: Int) async throws -> [UInt8]

  /// The blobs that were sealed before that instant of the disk's clock.
  func ids(sealedBefore limit: Date) async throws -> [BlobID]

  /// Succeeds also when there is no such blob.
  func delete(_ id: BlobID) async throws
}

extension PortKey where Value == any BlobStore {
  package static var blobStore: Self { PortKey("voice.blobStore") }
}

/// Writes one blob from front to back, by one task at a time. Dropped unsealed, it leaves nothing behind.
package protocol BlobWriter: Sendable {
  func append(_ bytes: [UInt8]) async throws

  /// Returns once the bytes survive a power cut and readers find them.
  ///
  /// - Returns: the blob's size in bytes.
  @discardableResult
  func seal() async throws -> Int

  func discard() async
}

package enum BlobError: Error, Sendable, Equatable {
  case missing
  /// The system call that failed, and why. For logs.
  case failed(String)
  /// The bytes on disk are not those that were written: changed, cut short, or another blob's. For logs.
  case damaged(String)
  /// `SECRET_KEY` is not the one that the blob was encrypted with.
  case sealedWithAnotherKey
}
