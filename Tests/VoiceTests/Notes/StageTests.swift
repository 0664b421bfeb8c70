import ProviderEmulator
import Schemas
import ServiceClients
import TestSupport
import Testing

/// A performance takes its voice and its note in one call, and gives the voice back with the delivered note.
@Suite("A performance's stage", .serialized)
struct StageTests {
  private let mp3: [UInt8]

  init() throws {
    mp3 = try TestAudio.bytes(TestAudio.shortMP3())
  }

  /// With a single slot at the provider, so that nobody else gets a voice while it is leased.
  private func withOneSlot(_ work: (VoiceWorld) async throws -> Void) async throws {
    var account = Account()
    account.voiceLimit = 1
    try await withCloningVoice(account: account, samples: ["a", "b"].map { SeededSample($0) }, work)
  }

  private func isBusy(_ world: VoiceWorld) async throws -> Bool {
    try await world.user("b").makeClone(of: "b").error == "POOL_BUSY"
  }

  @Test("The voice is leased and the note is open; both end with the delivered note")
  func delivered() async throws {
    try await withOneSlot { world in
      let stage = try await world.perform.takeStage(.sample("p", of: "a", voice: nil))
      #expect(stage.note.state == .pending && stage.lease.voiceSource == .providerVoiceID)
      let isTaken = try await isBusy(world)
      #expect(isTaken)

      _ = try await world.perform.write(mp3, to: "p")
      _ = try await world.perform.confirmNote(
        "p", NoteConfirmation(answer: "{}", leaseID: stage.lease.leaseID))

      let isStillTaken = try await isBusy(world)
      #expect(!isStillTaken)
      let rows = try await world.user("a").get("/users/a/recordings").decode(RecordingsAnswer.self).recordings
      let note = rows.first { $0.routineType == "cards" }
      #expect(note?.voiceCloneID.map(stage.lease.voiceCloneID.hasPrefix) == true)
    }
  }

  @Test("Where the note may not be opened, the voice is free again")
  func noteRefused() async throws {
    try await withOneSlot { world in
      let stage = try await world.perform.takeStage(.sample("p", of: "a", voice: nil))
      _ = try await world.perform.write(mp3, to: "p")
      try await world.perform.endLease(stage.lease.leaseID)

      await #expect { try await world.perform.takeStage(.sample("p", of: "a", voice: nil)) } throws: {
        ($0 as? ServiceError)?.code == .noteSettling
      }

      let isTaken = try await isBusy(world)
      #expect(!isTaken)
    }
  }

  @Test("Where there is no voice, no note is opened")
  func noVoice() async throws {
    try await withLocalVoice { world in
      await #expect { try await world.perform.takeStage(.sample("p", voice: nil)) } throws: {
        ($0 as? ServiceError)?.code == .voiceCloneRequired
      }

      let note = try await world.perform.note("p")
      #expect(note == nil)
    }
  }
}
