import Dispatch
import Foundation
import Glibc
import VoiceCore

/// Waits for the disk on threads of its own, so that requests keep theirs.
enum Disk {
  private static let queue = DispatchQueue(label: "voice-disk", attributes: .concurrent)

  static func run<Value: Sendable>(_ work: @escaping @Sendable () throws -> Value) async throws -> Value {
    try await withCheckedThrowingContinuation { continuation in
      queue.async { continuation.resume(with: Result { try work() }) }
    }
  }

  /// Makes a rename in the file's folder survive a power cut.
  static func flushFolder(of path: String) throws {
    let folder = open((path as NSString).deletingLastPathComponent, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard folder >= 0 else { throw BlobError.system("open folder") }
    defer { close(folder) }
    guard fsync(folder) == 0 else { throw BlobError.system("fsync folder") }
  }
}
