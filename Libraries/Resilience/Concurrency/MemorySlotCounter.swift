import Synchronization

/// Slots of one process. They need no expiry: they end with it.
package final class MemorySlotCounter: SlotCounter {
  package var renewal: Duration? { nil }

  private let taken = Mutex<Set<String>>([])

  package init() {}

  package func take(_ token: String, limit: Int?, initial: Int) async -> Bool {
    taken.withLock { taken in
      guard taken.count < limit ?? initial else { return false }
      taken.insert(token)
      return true
    }
  }

  package func renew(_ token: String) async {}

  package func give(_ token: String) async {
    _ = taken.withLock { $0.remove(token) }
  }

  package func share(limit: Int) async {}

  /// Counts a slot that was taken elsewhere.
  func note(_ token: String) {
    _ = taken.withLock { $0.insert(token) }
  }
}
