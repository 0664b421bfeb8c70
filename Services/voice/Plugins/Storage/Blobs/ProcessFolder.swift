import Foundation
import Glibc
import Synchronization
import VoiceCore

/// A folder of this process alone, below one that processes on the same disk share, for what is unfinished.
///
/// It is locked while it is held, so every process can tell which of the others' folders a dead one left behind.
package final class ProcessFolder: Sendable {
  package let path: String
  /// Nothing below the shared folder that is older was written by this process.
  package let madeAt = Date()

  private let parent: String
  private let lock: Mutex<Int32?>

  /// Makes both folders.
  package init(in parent: String) throws {
    try FileManager.default.createDirectory(
      atPath: parent, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    let claimed = try Self.claim(in: parent)
    self.parent = parent
    path = claimed.path
    lock = Mutex(claimed.lock)
  }

  deinit {
    remove()
  }

  /// Removes the folder with what is in it; the second time nothing happens.
  package func remove() {
    guard let lock = lock.withLock({ $0.take() }) else { return }
    try? FileManager.default.removeItem(atPath: path)
    close(lock)
  }

  /// Removes what dead processes left below the shared folder.
  ///
  /// - Returns: whether no other process holds a folder there.
  package func removeLeftBehind() throws -> Bool {
    var isAlone = true
    for name in try FileManager.default.contentsOfDirectory(atPath: parent) where "\(parent)/\(name)" != path {
      let other = "\(parent)/\(name)"
      switch Self.lock(other) {
      case .held: isAlone = false
      case .taken(let lock):
        try? FileManager.default.removeItem(atPath: other)
        close(lock)
      case .noFolder: unlink(other)
      }
    }
    return isAlone
  }
}

extension ProcessFolder {
  private enum Attempt {
    case taken(Int32)
    case held
    case noFolder
  }

  /// Another process may take a new folder for an abandoned one before it is locked; then there is a next try.
  private static func claim(in parent: String) throws -> (path: String, lock: Int32) {
    for _ in 1...10 {
      let path = "\(parent)/\(UUID().uuidString.lowercased())"
      guard mkdir(path, 0o700) == 0 else { throw BlobError.system("mkdir") }
      if case .taken(let lock) = lock(path) { return (path, lock) }
    }
    throw BlobError.failed("no folder could be locked")
  }

  private static func lock(_ path: String) -> Attempt {
    let folder = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW)
    guard folder >= 0 else { return .noFolder }
    var status = stat()
    guard flock(folder, LOCK_EX | LOCK_NB) == 0, fstat(folder, &status) == 0, status.st_nlink > 0 else {
      close(folder)
      return .held
    }
    return .taken(folder)
  }
}
