import Foundation
import Glibc
import VoiceCore

/// Writes a nameless part file; sealing flushes it, renames it and flushes the folder.
actor FileBlobWriter: BlobWriter {
  private let part: String
  private let target: String
  private var file: Int32
  private var byteCount = 0

  init(part: String, target: String) throws {
    self.part = part
    self.target = target
    file = open(part, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw BlobError.system("create") }
  }

  deinit {
    guard file >= 0 else { return }
    close(file)
    unlink(part)
  }

  func append(_ bytes: [UInt8]) throws {
    guard file >= 0 else { throw BlobError.failed("append to a closed blob") }
    var written = 0
    while written < bytes.count {
      let count = bytes.withUnsafeBytes { write(file, $0.baseAddress?.advanced(by: written), bytes.count - written) }
      guard count > 0 else { throw BlobError.system("write") }
      written += count
    }
    byteCount += bytes.count
  }

  func seal() async throws -> Int {
    guard file >= 0 else { throw BlobError.failed("seal a closed blob") }
    let sealed = (file: file, part: part, target: target)
    file = -1
    try await Disk.run {
      defer { close(sealed.file) }
      do {
        guard fsync(sealed.file) == 0 else { throw BlobError.system("fsync") }
        guard rename(sealed.part, sealed.target) == 0 else { throw BlobError.system("rename") }
        try Disk.flushFolder(of: sealed.target)
      } catch {
        unlink(sealed.part)
        throw error
      }
    }
    return byteCount
  }

  func discard() {
    guard file >= 0 else { return }
    close(file)
    file = -1
    unlink(part)
  }
}
