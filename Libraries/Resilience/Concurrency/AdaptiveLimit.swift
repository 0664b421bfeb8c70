import Capabilities

/// How many requests at once a provider takes from us: what it says, less what it shows when it refuses.
///
/// A refusal means that somebody else uses the account too, or that the provider counts otherwise: a fifth less then.
/// With time the limit climbs back, one a second, to what the provider says.
package struct AdaptiveLimit: Sendable, Equatable {
  package typealias Instant = SteadyClock.Instant

  private static let climb = Duration.seconds(1)

  /// As the provider said last; `nil` before it has said anything.
  package private(set) var maximum: Int?
  private let initial: Int
  private var reduced: Int?
  private var changed: Instant?

  /// - Parameter initial: assumed until the provider says more.
  package init(initial: Int) {
    self.initial = max(1, initial)
  }

  /// Requests at once that are worth trying, at least one.
  package var current: Int { min(reduced ?? .max, maximum ?? initial) }

  /// ``current`` where it rests on something that the provider said or did.
  package var known: Int? { maximum == nil && reduced == nil ? nil : current }

  /// - Returns: whether this is new.
  package mutating func learn(maximum: Int) -> Bool {
    guard maximum > 0, maximum != self.maximum else { return false }
    self.maximum = maximum
    return true
  }

  /// Refusals of requests that were under way together count once.
  package mutating func refused(at now: Instant) {
    if let changed, now - changed < Self.climb { return }
    reduced = max(1, current - max(1, current / 5))
    changed = now
  }

  package mutating func succeeded(at now: Instant) {
    guard let reduced, let changed, now - changed >= Self.climb else { return }
    self.reduced = reduced + 1 < (maximum ?? initial) ? reduced + 1 : nil
    self.changed = now
  }
}
