import BillingCore
import Synchronization

/// Closings in memory, for tests.
package final class MemoryPeriodClosingStore: PeriodClosingStore {
  private let kept = Mutex<[String: PeriodClosing]>([:])

  package init() {}

  package func closings() async throws -> [PeriodClosing] {
    kept.withLock { $0.values.sorted { $0.summary.period < $1.summary.period } }
  }

  package func record(_ closing: PeriodClosing) async throws -> Bool {
    kept.withLock { kept in
      guard kept[closing.summary.period] == nil else { return false }
      kept[closing.summary.period] = closing
      return true
    }
  }
}
