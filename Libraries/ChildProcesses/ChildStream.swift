import Dispatch
import Glibc

/// One end of a pipe from a child, read on a thread of its own and closed with its last reference.
final class ChildStream: Sendable {
  private let descriptor: Int32
  private let queue = DispatchQueue(label: "child-stream")

  /// - Parameter descriptor: belongs to the stream from now on.
  init(_ descriptor: Int32) {
    self.descriptor = descriptor
  }

  deinit {
    close(descriptor)
  }

  /// The next part as soon as there is one, `nil` at the end.
  func read(upTo limit: Int) async -> [UInt8]? {
    await withCheckedContinuation { continuation in
      queue.async { continuation.resume(returning: self.readNow(upTo: limit)) }
    }
  }

  private func readNow(upTo limit: Int) -> [UInt8]? {
    let bytes = [UInt8](unsafeUninitializedCapacity: limit) { buffer, count in
      var received = Glibc.read(descriptor, buffer.baseAddress, limit)
      while received < 0 && errno == EINTR { received = Glibc.read(descriptor, buffer.baseAddress, limit) }
      count = max(0, received)
    }
    return bytes.isEmpty ? nil : bytes
  }
}
