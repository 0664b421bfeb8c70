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
    try FileBlobWriter(part: "\(parts.path)/\(UUID().uuidString.lowercased())", target: path(of: id))
  }

  package func size(of id: BlobID) async throws -> Int? {
    var status = stat()
    guard stat(path(of: id), &status) == 0 else { return nil }
    return Int(status.st_size)
  }

  package func read(_ id: BlobID, from offset: Int, count: Int) async throws -> [UInt8] {
    let file = open(path(of: id), O_RDONLY | O_CLOEXEC)
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

  package func delete(_ id: BlobID) async throws {
    guard unlink(path(of: id)) == 0 || errno == ENOENT else { throw BlobError.system("unlink") }
  }

  private func path(of id: BlobID) -> String { "\(root)/\(id.text)" }
}

extension BlobError {
  static func system(_ call: String) -> BlobError { .failed("\(call): \(String(cString: strerror(errno)))") }
}
