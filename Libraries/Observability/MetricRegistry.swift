import Synchronization

/// The metrics of one service, rendered in Prometheus' text format 0.0.4 by ``text()``.
///
/// Counters, gauges and histograms are created on first use; a name always has one kind and one set of labels.
package final class MetricRegistry: Sendable {
  private struct State {
    var families: [String: MetricFamily] = [:]
    var computed: [String: @Sendable () -> Double] = [:]
  }

  private let state = Mutex(State())

  package init() {}

  package func increment(_ name: String, by amount: Double = 1, labels: [String: String] = [:], help: String = "") {
    state.withLock { state in
      state.families[name, default: MetricFamily(kind: .counter, help: help)].add(amount, labels: labels)
    }
  }

  package func set(_ name: String, to value: Double, labels: [String: String] = [:], help: String = "") {
    state.withLock { state in
      state.families[name, default: MetricFamily(kind: .gauge, help: help)].set(value, labels: labels)
    }
  }

  /// Adds one observation to a histogram with fixed bounds in milliseconds.
  package func observe(_ name: String, milliseconds: Double, labels: [String: String] = [:], help: String = "") {
    state.withLock { state in
      state.families[name, default: MetricFamily(kind: .histogram, help: help)].observe(milliseconds, labels: labels)
    }
  }

  /// A gauge that is computed whenever the metrics are read.
  package func compute(_ name: String, help: String, _ value: @escaping @Sendable () -> Double) {
    state.withLock { state in
      state.families[name] = MetricFamily(kind: .gauge, help: help)
      state.computed[name] = value
    }
  }

  /// The current value of a counter or gauge, 0 where there is none.
  package func value(_ name: String, labels: [String: String] = [:]) -> Double {
    state.withLock { $0.families[name]?.value(labels: labels) ?? 0 }
  }

  /// Mean of a histogram's observations over all labels, in milliseconds; 0 before the first.
  package func mean(_ name: String) -> Double {
    state.withLock { $0.families[name]?.mean ?? 0 }
  }

  /// All series in Prometheus' text format 0.0.4.
  package func text() -> String {
    current().sorted { $0.key < $1.key }
      .map { $0.value.head(name: $0.key) + $0.value.lines(name: $0.key, extra: "") }.joined()
  }

  /// Several services' metrics as one exposition: each name once, each series labelled with its service.
  package static func text(of registries: [(service: String, metrics: MetricRegistry)]) -> String {
    let families = registries.map { (label: "service=\"\($0.service)\"", families: $0.metrics.current()) }
    return Set(families.flatMap(\.families.keys)).sorted().map { name in
      let members = families.compactMap { member in member.families[name].map { (member.label, $0) } }
      return members[0].1.head(name: name) + members.map { $1.lines(name: name, extra: $0) }.joined()
    }.joined()
  }

  private func current() -> [String: MetricFamily] {
    let computed = state.withLock { $0.computed }
    for (name, value) in computed { set(name, to: value()) }
    return state.withLock { $0.families }
  }
}
