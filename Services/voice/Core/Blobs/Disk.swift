import Dispatch

/// Waits for the disk on threads of its own, so that requests keep theirs.
package enum Disk {
  private static let queue = DispatchQueue(label: "voice-disk", attributes: .concurrent)

  /// Runs `work` there and waits for it; work that has to happen in order is awaited in order.
  package static func run<Value: Sendable>(_ work: @escaping @Sendable () throws -> Value) async throws -> Value {
    try await withCheckedThrowingContinuation { continuation in
      queue.async { continuation.resume(with: Result { try work() }) }
    }
  }
}
