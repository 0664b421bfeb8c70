import Foundation

extension EmulatorState {
  /// Adds faults behind those already scripted.
  package func script(_ faults: Fault...) {
    update { world in faults.forEach { world.script.append($0) } }
  }

  package func clearFaults() { update { $0.script.clear() } }

  /// The calls so far, oldest first; of one endpoint if given.
  package func journal(_ endpoint: Endpoint? = nil) -> [JournalEntry] {
    snapshot.journal.filter { endpoint == nil || $0.endpoint == endpoint }
  }

  package func calls(_ endpoint: Endpoint) -> Int { snapshot.calls[endpoint, default: 0] }

  package func clearJournal() {
    update { world in
      world.journal = []
      world.calls = [:]
    }
  }

  /// A voice that appears as if somebody else had added it: no allowance is counted, no limit is checked.
  @discardableResult
  package func addForeignVoice(name: String, labels: [String: String] = [:], category: String = "cloned") -> Voice {
    let voice = Voice(name: name, category: category, labels: labels, createdAtUnix: Int(Date().timeIntervalSince1970))
    update { $0.voices.append(voice) }
    return voice
  }

  /// Takes a voice away behind the client's back; false when there is none.
  @discardableResult
  package func removeVoice(_ id: String) -> Bool {
    update { world in
      let before = world.voices.count
      world.voices.removeAll { $0.id == id }
      return world.voices.count < before
    }
  }

  /// Back to the state at the start; requests being answered keep their places.
  package func reset(account: Account = Account(), latency: Latency = .zero) {
    update { world in
      let inFlight = world.inFlight
      world = EmulatorWorld()
      world.account = account
      world.latency = latency
      world.inFlight = inFlight
    }
  }
}
