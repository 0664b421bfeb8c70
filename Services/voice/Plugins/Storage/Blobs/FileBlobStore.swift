import Foundation
import Glibc
import VoiceCore

/// Blobs as files below one folder; a file gets its name only when it is whole and on disk.
package struct FileBlobStore: BlobStore {
  /// Where blobs are written before they are whole.
  package let parts: ProcessFolder
  let root: String

  /// Makes the folders.
  package init(root: String) throws {
    self.root = root
    parts = try ProcessFolder(in: "\(root)/parts")
    for folder in BlobID.Kind.allCases.map(\.rawValue) {
      try FileManager.default.createDirectory(
        atPath: "\(root)/\(folder)", withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    }
  }

  package func writer(for id: BlobID) async throws -> any BlobWriter {
    let path = "\(parts.path)/\(UUID().uuidString.lowercased())"
    return FileBlobWriter(part: try await Disk.run { try PartFile(path: path) }, target: self.path(of: id))
  }

  package func size(of id: BlobID) async throws -> Int? {
    try await Disk.run { [path = path(of: id)] in
      var status = stat()
      return stat(path, &status) == 0 ? Int(status.st_size) : nil
    }
  }

  package func read(_ id: BlobID, from offset: Int, count: Int) async throws -> [UInt8] {
    try await Disk.run { [path = path(of: id)] in try Self.read(path, from: offset, count: count) }
  }

  package func delete(_ id: BlobID) async throws {
    try await Disk.run { [path = path(of: id)] in
      guard unlink(path) == 0 || errno == ENOENT else { throw BlobError.system("unlink") }
    }
  }

  private static func read(_ path: String, from offset: Int, count: Int) throws -> [UInt8] {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw errno == ENOENT ? BlobError.missing : BlobError.system("open") }
    defer { close(file) }
    var received = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      received = pread(file, buffer.baseAddress, count, off_t(offset))
      filled = max(0, received)
    }
    guard received >= 0 else { throw BlobError.system("read") }
    return bytes
  }

  private func path(of id: BlobID) -> String { "\(root)/\(id.text)" }
}

extension BlobError {
  static func system(_ call: String) -> BlobError { .failed("\(call): \(String(cString: strerror(errno)))") }
}
