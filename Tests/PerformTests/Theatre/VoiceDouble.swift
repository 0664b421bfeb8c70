import Foundation
import Schemas
import ServiceClients
import ServiceHost
import Synchronization

/// The part of voice that perform sees, kept to its contract: leases, and notes that are pending, sealed, confirmed.
final class VoiceDouble: Sendable {
  struct Note: Sendable {
    var opening: NoteOpening
    var recordingID: String
    var attempt = 1
    var state = NoteAnswer.State.pending
    var audio: [UInt8] = []
    var answer: String?
    var draft: String?
    var voiceSource: String?
  }

  struct State: Sendable {
    /// As the provider knows it; what `reportMissing` makes is another one.
    var providerVoice = ""
    var remadeVoice = ""
    var provider = "elevenlabs"
    /// Thrown at every question for a lease.
    var leaseRefusal: ServiceError?
    var notes: [String: Note] = [:]
    var leases: Set<String> = []
    var leaseSeconds = 120.0
    var leasesGiven = 0
    var missingReports = 0
    var discarded: [String] = []
  }

  private let state = Mutex(State())

  var snapshot: State { state.withLock { $0 } }

  func update<Outcome: Sendable>(_ change: (inout State) throws -> Outcome) rethrows -> Outcome {
    try state.withLock { try change(&$0) }
  }

  /// The double as a host of its own, checked tokens and all.
  var definition: HostDefinition {
    HostDefinition(service: .voice, defaultPort: 8082, plugins: [VoiceDoublePlugin(voice: self)])
  }

  /// Confirms what is sealed, as voice's sweeper does for notes whose performance has died: without an answer.
  func sweep() {
    update { state in
      for (id, note) in state.notes where note.state == .sealed { state.notes[id]?.state = .confirmed }
    }
  }

  /// The only note that there is.
  var onlyNote: Note? { snapshot.notes.count == 1 ? snapshot.notes.first?.value : nil }
}

struct VoiceDoublePlugin: ServicePlugin {
  let identity = "voice.double"
  let voice: VoiceDouble

  func assemble(_ settings: NoSettings, in assembly: PluginAssembly) async throws -> Contributions {
    Contributions(routes: voice.leaseRoutes + voice.noteRoutes)
  }
}
