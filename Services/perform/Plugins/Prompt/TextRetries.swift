import Resilience
import Synchronization

/// The retries that all texts share: repetitions of failed questions, not corrections of drafts.
final class TextRetries: Sendable {
  private let budget = Mutex(RetryBudget())

  /// Every text that is sought pays for a part of a retry.
  func began() {
    budget.withLock { $0.payIn() }
  }

  func take() -> Bool {
    budget.withLock { $0.takeRetry() }
  }
}
