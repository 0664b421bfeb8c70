import Glibc
import VoiceCore

/// Writes a nameless part file; sealing names it, and waits until both the file and its name are on disk.
actor FileBlobWriter: BlobWriter {
  private let target: String
  private var part: PartFile?
  private var byteCount = 0

  init(part: PartFile, target: String) {
    self.part = part
    self.target = target
  }

  func append(_ bytes: [UInt8]) async throws {
    guard let part else { throw BlobError.failed("append to a closed blob") }
    try await Disk.run { try part.append(bytes) }
    byteCount += bytes.count
  }

  func seal() async throws -> Int {
    guard let part = part.take() else { throw BlobError.failed("seal a closed blob") }
    do {
      // Both have ended before a failure is cleared away.
      async let content: Void = Disk.run { try part.flush() }
      async let name: Void = Disk.run { [target] in try part.move(to: target) }
      _ = try await (content, name)
    } catch {
      unlink(target)
      throw error
    }
    return byteCount
  }

  func discard() {
    part = nil
  }
}
