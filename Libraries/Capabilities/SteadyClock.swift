/// A clock that never jumps, as a parameter: what ages within a process takes one, so that a test decides what "now" is.
package struct SteadyClock: Sendable {
  package typealias Instant = ContinuousClock.Instant

  package var now: @Sendable () -> Instant

  package init(now: @escaping @Sendable () -> Instant) {
    self.now = now
  }

  package static let system = SteadyClock { ContinuousClock.now }
}
