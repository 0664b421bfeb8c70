/// Everything the emulator remembers; a value, so that a test can look at a consistent copy.
package struct EmulatorWorld: Sendable {
  package var account = Account()
  package var latency = Latency.zero
  package internal(set) var voices = PremadeVoices.all
  package internal(set) var journal: [JournalEntry] = []
  /// Calls so far by endpoint, scripted ones included.
  package internal(set) var calls: [Endpoint: Int] = [:]
  /// Connections that clients have opened so far.
  package internal(set) var connections = 0
  /// Speech requests being answered now, by concurrency group.
  package internal(set) var inFlight: [ConcurrencyGroup: Int] = [:]
  /// The most speech requests that were answered at the same time.
  package internal(set) var peakInFlight = 0
  var script = FaultScript()
  var sequence = 0

  package var faults: [Fault] { script.faults }

  /// Voices that take a slot.
  package var ownVoices: [Voice] { voices.filter { !$0.isPremade } }

  package func voice(_ id: String) -> Voice? { voices.first { $0.id == id } }
}

/// Models of one group share a limit of requests at once.
package enum ConcurrencyGroup: String, Sendable, Codable {
  case standard
  case fast
}
