import Foundation
import Glibc
import VoiceCore

/// A blob that is not whole yet. Its file is gone with the last reference unless it got its name. All calls wait for
/// the disk.
final class PartFile: Sendable {
  private let path: String
  private let file: Int32

  init(path: String) throws {
    self.path = path
    file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw BlobError.system("create") }
  }

  deinit {
    close(file)
    unlink(path)
  }

  /// Adds at the end.
  func append(_ bytes: [UInt8]) throws {
    var written = 0
    while written < bytes.count {
      let count = bytes.withUnsafeBytes { write(file, $0.baseAddress?.advanced(by: written), bytes.count - written) }
      guard count > 0 else { throw BlobError.system("write") }
      written += count
    }
  }

  /// Gives the file its name, which afterwards survives a power cut.
  func move(to target: String) throws {
    guard rename(path, target) == 0 else { throw BlobError.system("rename") }
    try Self.flushFolder(of: target)
  }

  /// Afterwards what was written survives a power cut.
  func flush() throws {
    guard fsync(file) == 0 else { throw BlobError.system("fsync") }
  }

  private static func flushFolder(of path: String) throws {
    let folder = open((path as NSString).deletingLastPathComponent, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard folder >= 0 else { throw BlobError.system("open folder") }
    defer { close(folder) }
    guard fsync(folder) == 0 else { throw BlobError.system("fsync folder") }
  }
}
