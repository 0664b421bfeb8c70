/// Measures elapsed time on a clock that never jumps.
package struct Stopwatch: Sendable {
  private let start = ContinuousClock.now

  package init() {}

  package var milliseconds: Double { (ContinuousClock.now - start).milliseconds }
}

extension Duration {
  package var milliseconds: Double {
    Double(components.seconds) * 1000 + Double(components.attoseconds) / 1e15
  }

  package var inSeconds: Double { milliseconds / 1000 }
}
