import Capabilities
import Resilience
import SpeechProviders
import Synchronization

/// Whether speech that failed before its first byte is tried again, and after which pause.
///
/// Only what cannot have acted twice is repeated, at most twice, within a budget that all of a provider's requests share.
final class SpeechRetry: Sendable {
  /// Somebody waits on a stage: a provider that asks for more patience than this is given up.
  static let longestPause = Duration.seconds(2)
  static let retries = 2

  private let jitter = FullJitter(longest: SpeechRetry.longestPause)
  private let randomness: Randomness
  private let budget = Mutex(RetryBudget())

  init(randomness: Randomness) {
    self.randomness = randomness
  }

  /// Every request pays for a part of a retry.
  func began() {
    budget.withLock { $0.payIn() }
  }

  /// - Parameter tries: how many have failed, the last one with `error`.
  /// - Returns: `nil` when it is to be left at that.
  func pause(after error: SpeechError, tries: Int) -> Duration? {
    // A time-out has used up the patience already.
    guard tries <= Self.retries, error.isRetryable, error.hadNoEffect, error.code != .timeout else { return nil }
    let pause = error.retryAfter ?? jitter.pause(before: tries - 1, random: random)
    guard pause <= Self.longestPause, budget.withLock({ $0.takeRetry() }) else { return nil }
    return pause
  }

  private var random: Double {
    Double(randomness.bytes(2).reduce(0) { $0 << 8 | Int($1) }) / 65_535
  }
}
