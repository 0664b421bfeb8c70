import Capabilities
import Foundation
import Testing
import VoiceCore
import VoiceStorage

/// Every blob store, for the one suite that all of them pass.
enum BlobStoreKind: CaseIterable, Sendable {
  case memory, file, sealed

  func with(_ body: (any BlobStore) async throws -> Void) async throws {
    let root = FileManager.default.temporaryDirectory.appending(path: "blobs-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: root) }
    switch self {
    case .memory: try await body(MemoryBlobStore())
    case .file: try await body(FileBlobStore(root: root))
    case .sealed:
      let key = SealingKey(secret: String(repeating: "s", count: 32))
      try await body(SealedBlobStore(try FileBlobStore(root: root), key: key))
    }
  }
}

@Suite("Blob stores")
struct BlobStoreTests {
  private let id = BlobID(stored: "notes/1")

  @Test("A blob exists only once it is sealed", arguments: BlobStoreKind.allCases)
  func sealing(kind: BlobStoreKind) async throws {
    try await kind.with { blobs in
      let writer = try await blobs.writer(for: id)
      try await writer.append([1, 2])
      #expect(try await blobs.size(of: id) == nil)

      try await writer.append([3])
      #expect(try await writer.seal() == 3)

      #expect(try await blobs.size(of: id) == 3)
      #expect(try await blobs.bytes(of: id) == [1, 2, 3])
      #expect(try await blobs.read(id, from: 1, count: 1) == [2])
      #expect(try await blobs.read(id, from: 2, count: 9) == [3])
    }
  }

  @Test("A discarded or dropped writer leaves nothing", arguments: BlobStoreKind.allCases)
  func discarding(kind: BlobStoreKind) async throws {
    try await kind.with { blobs in
      let writer = try await blobs.writer(for: id)
      try await writer.append([1])
      await writer.discard()
      _ = try await blobs.writer(for: id)

      #expect(try await blobs.size(of: id) == nil)
      await #expect(throws: BlobError.self) { try await writer.seal() }
    }
  }

  @Test("Deleting is repeatable, and reading what is gone fails", arguments: BlobStoreKind.allCases)
  func deleting(kind: BlobStoreKind) async throws {
    try await kind.with { blobs in
      try await blobs.writer(for: id).seal()

      try await blobs.delete(id)
      try await blobs.delete(id)

      await #expect(throws: BlobError.missing) { try await blobs.read(id, from: 0, count: 1) }
    }
  }

  @Test("Blobs are listed by when they were sealed", arguments: BlobStoreKind.allCases)
  func listing(kind: BlobStoreKind) async throws {
    try await kind.with { blobs in
      try await blobs.writer(for: id).seal()
      _ = try await blobs.writer(for: BlobID(.notes, .system))

      #expect(try await blobs.ids(sealedBefore: .distantFuture) == [id])
      #expect(try await blobs.ids(sealedBefore: .distantPast) == [])
    }
  }
}
