import Foundation

extension BlobStore {
  /// Copies a file into the store, part by part; the file stays.
  ///
  /// - Returns: the blob's size in bytes.
  package func keep(file path: String, as id: BlobID) async throws -> Int {
    guard let file = try await Disk.run({ FileHandle(forReadingAtPath: path) }) else {
      throw BlobError.failed("open for keeping")
    }
    defer { try? file.close() }
    let writer = try await writer(for: id)
    do {
      while let part = try await Disk.run({ try file.read(upToCount: BlobPart.byteCount) }), !part.isEmpty {
        try await writer.append([UInt8](part))
      }
      return try await writer.seal()
    } catch {
      await writer.discard()
      throw error
    }
  }

  /// Lends the blob as a file for as long as `body` runs, for code that takes a path only.
  package func withFile<Value: Sendable>(
    _ id: BlobID, in folder: String, _ body: (_ path: String) async throws -> Value
  ) async throws -> Value {
    let path = "\(folder)/lent-\(UUID().uuidString.lowercased()).mp3"
    defer { try? FileManager.default.removeItem(atPath: path) }
    try await copy(id, to: path)
    return try await body(path)
  }

  /// Lends several blobs at once, in the order given.
  package func withFiles<Value: Sendable>(
    _ ids: [BlobID], in folder: String, _ body: (_ paths: [String]) async throws -> Value
  ) async throws -> Value {
    guard let first = ids.first else { return try await body([]) }
    return try await withFile(first, in: folder) { path in
      try await withFiles(Array(ids.dropFirst()), in: folder) { try await body([path] + $0) }
    }
  }

  /// The whole blob; only for answers that carry it whole.
  package func bytes(of id: BlobID) async throws -> [UInt8] {
    guard let size = try await size(of: id) else { throw BlobError.missing }
    return try await read(id, from: 0, count: size)
  }

  private func copy(_ id: BlobID, to path: String) async throws {
    guard let size = try await size(of: id) else { throw BlobError.missing }
    let file = try await Disk.run { try FileHandle.makingPrivate(path) }
    defer { try? file.close() }
    for offset in stride(from: 0, to: size, by: BlobPart.byteCount) {
      let part = try await read(id, from: offset, count: BlobPart.byteCount)
      try await Disk.run { try file.write(contentsOf: part) }
    }
  }
}

extension FileHandle {
  /// A new file that nobody else may read, to be written. Waits for the disk.
  package static func makingPrivate(_ path: String) throws -> FileHandle {
    let attributes: [FileAttributeKey: Any] = [.posixPermissions: 0o600]
    guard FileManager.default.createFile(atPath: path, contents: nil, attributes: attributes),
      let file = FileHandle(forWritingAtPath: path)
    else { throw BlobError.failed("create a file") }
    return file
  }
}

/// The size in which blobs are read and copied.
package enum BlobPart {
  package static let byteCount = 64 * 1024
}
