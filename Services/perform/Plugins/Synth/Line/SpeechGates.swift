import Resilience
import SpeechProviders
import Synchronization

/// The gates of one provider, one per group of models that it counts together.
final class SpeechGates: Sendable {
  private let make: @Sendable (SpeechConcurrency) -> ConcurrencyGate
  private let concurrency: @Sendable (_ model: String) -> SpeechConcurrency?
  private let gates = Mutex<[String: ConcurrencyGate]>([:])

  init(
    _ capabilities: SpeechCapabilities, make: @escaping @Sendable (SpeechConcurrency) -> ConcurrencyGate
  ) {
    concurrency = capabilities.concurrency
    self.make = make
  }

  /// `nil` for a provider without a limit.
  func gate(for model: String) -> ConcurrencyGate? {
    guard let concurrency = concurrency(model) else { return nil }
    return gates.withLock { gates in
      if let gate = gates[concurrency.group] { return gate }
      let gate = make(concurrency)
      gates[concurrency.group] = gate
      return gate
    }
  }

  var waiting: Int { gates.withLock { $0.values.reduce(0) { $0 + $1.waiting } } }
}
