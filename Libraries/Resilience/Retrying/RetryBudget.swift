/// Bounds repetitions to a share of all requests, so that a failing provider is not buried under retries.
///
/// Every request pays in a part of a retry; a retry takes a whole one out.
package struct RetryBudget: Sendable, Equatable {
  private let share: Double
  private let limit: Double
  private var saved: Double

  /// - Parameters:
  ///   - share: retries per request, 0…1, in the long run.
  ///   - reserve: retries that are saved up at most, and there at the start.
  package init(share: Double = 0.2, reserve: Double = 10) {
    self.share = share
    limit = reserve
    saved = reserve
  }

  package mutating func payIn() {
    saved = min(limit, saved + share)
  }

  /// - Returns: `false` when there is nothing left for another try.
  package mutating func takeRetry() -> Bool {
    guard saved >= 1 else { return false }
    saved -= 1
    return true
  }
}
