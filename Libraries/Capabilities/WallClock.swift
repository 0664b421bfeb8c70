import Foundation

/// The time of day, as a parameter: rules about dates take one, so that a test decides what "now" is.
package struct WallClock: Sendable {
  package var now: @Sendable () -> Date

  package init(now: @escaping @Sendable () -> Date) {
    self.now = now
  }

  package static let system = WallClock(now: { Date() })
}
