import Foundation
import Schemas
import Testing
import VoiceCore

@Suite("A clone's life")
struct CloneStateMachineTests {
  private let now = Date(milliseconds: 1_000)

  private func clone(
    _ state: CloneState, voice: String? = nil, provider: String = "elevenlabs", intent: String? = nil,
    previous: String? = nil
  ) -> CloneStateMachine {
    var record = CloneRecord(userID: "u", state: state, updatedAt: .distantPast)
    record.voiceID = voice
    record.provider = voice.map { _ in provider }
    record.intentID = intent
    record.previousVoiceID = previous
    return CloneStateMachine(record)
  }

  @Test("A first creation leads from nothing to ready")
  func firstCreation() throws {
    var machine = clone(.none)

    _ = try machine.apply(.begun(intentID: "i"), at: now)
    #expect(machine.clone.state == .creating)
    let effects = try machine.apply(
      .made(voiceID: "v", provider: "elevenlabs", sampleHash: "h", intentID: "i"), at: now)

    #expect(effects == [])
    #expect(machine.clone.state == .ready && machine.clone.voiceID == "v" && machine.clone.sampleHash == "h")
    #expect(machine.clone.intentID == nil && machine.clone.updatedAt == now)
  }

  @Test("An update switches over, keeps the previous id and retires the old voice")
  func update() throws {
    var machine = clone(.ready, voice: "old")

    _ = try machine.apply(.begun(intentID: "i"), at: now)
    #expect(machine.clone.state == .updating && machine.clone.voiceID == "old")
    let effects = try machine.apply(
      .made(voiceID: "new", provider: "elevenlabs", sampleHash: "h", intentID: "i"), at: now)

    #expect(effects == [.retire(voiceID: "old")])
    #expect(machine.clone.voiceID == "new" && machine.clone.previousVoiceID == "old")
  }

  @Test(
    "A creation that fails leaves what there was before it",
    arguments: [(CloneState.ready, "v", "elevenlabs"), (.stub, "local_1", "local")])
  func failureKeepsTheOldVoice(state: CloneState, voice: String, provider: String) throws {
    var machine = clone(state, voice: voice, provider: provider)

    _ = try machine.apply(.begun(intentID: "i"), at: now)
    _ = try machine.apply(.failed(intentID: "i"), at: now)

    #expect(machine.clone.state == state && machine.clone.voiceID == voice)
  }

  @Test("A first creation that fails is failed")
  func firstFailure() throws {
    var machine = clone(.none)

    _ = try machine.apply(.begun(intentID: "i"), at: now)
    _ = try machine.apply(.failed(intentID: "i"), at: now)

    #expect(machine.clone.state == .failed)
  }

  @Test("A promoted stub retires nothing at the provider")
  func promotion() throws {
    var machine = clone(.stub, voice: "local_1", provider: "local")

    _ = try machine.apply(.begun(intentID: "i"), at: now)
    let effects = try machine.apply(
      .made(voiceID: "v", provider: "elevenlabs", sampleHash: "h", intentID: "i"), at: now)

    #expect(effects == [])
    #expect(machine.clone.state == .ready && machine.clone.previousVoiceID == "local_1")
  }

  @Test("An eviction takes the voice and queues its deletion; undone, the voice is back")
  func eviction() throws {
    var machine = clone(.ready, voice: "v")

    #expect(try machine.apply(.evicted(voiceID: "v"), at: now) == [.retire(voiceID: "v")])
    #expect(machine.clone.state == .evicted && machine.clone.voiceID == nil)

    #expect(try machine.apply(.evictionUndone(voiceID: "v"), at: now) == [.keep(voiceID: "v")])
    #expect(machine.clone.state == .ready && machine.clone.voiceID == "v")
  }

  @Test("A voice that is evicted while its successor is made leaves the clone creating")
  func evictionDuringUpdate() throws {
    var machine = clone(.updating, voice: "v", intent: "i")

    _ = try machine.apply(.evicted(voiceID: "v"), at: now)
    #expect(machine.clone.state == .creating)
    _ = try machine.apply(.failed(intentID: "i"), at: now)

    #expect(machine.clone.state == .failed)
  }

  @Test("A creation that was overtaken is refused and changes nothing")
  func staleEvents() throws {
    var machine = clone(.creating, intent: "new")
    let before = machine.clone

    #expect(throws: CloneTransitionRefused.self) {
      try machine.apply(.made(voiceID: "v", provider: "e", sampleHash: "h", intentID: "old"), at: now)
    }
    #expect(throws: CloneTransitionRefused.self) { try machine.apply(.failed(intentID: "old"), at: now) }
    #expect(throws: CloneTransitionRefused.self) { try machine.apply(.evicted(voiceID: "v"), at: now) }

    #expect(machine.clone == before)
  }

  @Test("A removed clone has nothing left and its voice is retired")
  func removal() throws {
    var machine = clone(.ready, voice: "v")

    let effects = try machine.apply(.removed, at: now)

    #expect(effects == [.retire(voiceID: "v")])
    #expect(machine.clone.state == .deleted && machine.clone.voiceID == nil && machine.clone.sampleHash == nil)
  }
}

@Suite("What a sample asks for")
struct ClonePlanTests {
  private func clone(_ state: CloneState, _ voice: String?, _ provider: String, hash: String) -> CloneRecord {
    var record = CloneRecord(userID: "u", state: state, updatedAt: .distantPast)
    (record.voiceID, record.provider, record.sampleHash) = (voice, provider, hash)
    return record
  }

  @Test("The same sample again needs no provider call")
  func same() {
    let ready = clone(.ready, "v", "elevenlabs", hash: "h")

    #expect(ClonePlan(clone: ready, sampleHash: "h", providerClones: true) == .skip)
    #expect(ClonePlan(clone: ready, sampleHash: "other", providerClones: true) == .create(.updatedReal))
  }

  @Test("A stub becomes real as soon as a provider clones, also with the same sample")
  func promotion() {
    let stub = clone(.stub, "local_1", "local", hash: "h")

    #expect(ClonePlan(clone: stub, sampleHash: "h", providerClones: true) == .create(.promotedStub))
    #expect(ClonePlan(clone: stub, sampleHash: "h", providerClones: false) == .skip)
    #expect(ClonePlan(clone: stub, sampleHash: "other", providerClones: false) == .stub)
  }

  @Test("Without a voice one is made", arguments: [CloneState.none, .evicted, .failed, .deleted])
  func none(state: CloneState) {
    let lost = clone(state, nil, "elevenlabs", hash: "h")

    #expect(ClonePlan(clone: lost, sampleHash: "h", providerClones: true) == .create(.createdReal))
    #expect(ClonePlan(clone: nil, sampleHash: "h", providerClones: true) == .create(.createdReal))
    #expect(ClonePlan(clone: nil, sampleHash: "h", providerClones: false) == .stub)
  }
}
