import Synchronization

/// A slot for one request at a provider. Ends at the latest when nobody holds it any more.
package final class SlotHold: Sendable {
  private let end: Mutex<(@Sendable () -> Void)?>

  init(end: @escaping @Sendable () -> Void) {
    self.end = Mutex(end)
  }

  deinit { release() }

  /// May be called more than once.
  package func release() {
    end.withLock { $0.take() }?()
  }
}

/// Why a request gets no slot.
package enum SlotRefusal: Error, Sendable, Equatable {
  /// More than can be served in time are waiting already.
  case queueFull(retryAfter: Duration)
  case waitedTooLong(retryAfter: Duration)
  case cancelled
}
