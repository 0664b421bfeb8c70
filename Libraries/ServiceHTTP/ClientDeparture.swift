import NIOCore
import Synchronization

/// Tells when a request's client has closed its connection.
package struct ClientDeparture: Sendable {
  private let closed: EventLoopFuture<Void>?

  init(closed: EventLoopFuture<Void>?) {
    self.closed = closed
  }

  /// For a request without a connection of its own.
  package static let never = ClientDeparture(closed: nil)

  /// Runs `work`, and `left` when the client goes away before it is done; `left` may run on any thread.
  package func watching<Value>(
    left: @escaping @Sendable () -> Void, _ work: () async throws -> Value
  ) async rethrows -> Value {
    // A connection lives on after the request and keeps what it was told to call: it keeps only this.
    let watch = Watch(left)
    closed?.whenComplete { _ in watch.fire() }
    defer { watch.end() }
    return try await work()
  }
}

private final class Watch: Sendable {
  private let action: Mutex<(@Sendable () -> Void)?>

  init(_ action: @escaping @Sendable () -> Void) { self.action = Mutex(action) }

  func fire() { action.withLock { $0.take() }?() }

  func end() { action.withLock { $0 = nil } }
}
