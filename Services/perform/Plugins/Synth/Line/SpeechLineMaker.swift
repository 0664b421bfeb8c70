import Capabilities
import Redis
import Resilience
import ServiceHost
import SpeechProviders

/// Puts the guards around a provider, as this host's surroundings allow.
struct SpeechLineMaker: Sendable {
  let assembly: PluginAssembly
  let journal: SpeechJournal
  /// The longest wait for a slot at the provider.
  let patience: Duration

  func line(to provider: any SpeechSynthesizer) -> SpeechLine {
    let name = provider.capabilities.provider
    let gates = SpeechGates(provider.capabilities) { self.gate(name, $0) }
    let breaker = CircuitBreaker(clock: assembly.steadyClock) { [journal] in journal.circuit(of: name, is: $0) }
    journal.watch(name, waiting: { gates.waiting })
    return SpeechLine(
      provider: provider, gates: gates, breaker: breaker, retry: SpeechRetry(randomness: assembly.randomness),
      pause: assembly.pause, journal: journal)
  }

  private func gate(_ provider: String, _ concurrency: SpeechConcurrency) -> ConcurrencyGate {
    ConcurrencyGate(
      counter: counter("\(provider):\(concurrency.group)"), initial: concurrency.initial, patience: patience,
      pause: assembly.pause, identifiers: assembly.identifiers)
  }

  private func counter(_ name: String) -> any SlotCounter {
    guard let redis = assembly.redis else { return MemorySlotCounter() }
    return RedisSlotCounter(redis, name: name) { [journal] in journal.slots(of: name, areCountedAlone: $0) }
  }
}
