import Capabilities
import Foundation
import Schemas
import Synchronization
import Testing
import VoiceCore
import VoiceStorage

@testable import VoiceClones

/// Stops in the middle of a removal.
private struct SlowRemoval: SampleStore {
  let store: MemoryRecordingStore
  let inTheMiddle: @Sendable () async throws -> Void

  func removeAll(of userID: String, at now: Date) async throws -> [BlobID] {
    try await inTheMiddle()
    return try await store.removeAll(of: userID, at: now)
  }

  func activeSamples(of userID: String) async throws -> [Sample] { try await store.activeSamples(of: userID) }

  func keep(_ sample: Sample, _ consent: Consent) async throws -> Sample { try await store.keep(sample, consent) }

  func consent(of userID: String, sampleHash: String) async throws -> Consent? {
    try await store.consent(of: userID, sampleHash: sampleHash)
  }

  func setActive(_ id: String, of userID: String, _ isActive: Bool) async throws -> SampleActivation {
    try await store.setActive(id, of: userID, isActive)
  }

  func activate(_ hashes: [String], of userID: String) async throws -> Bool {
    try await store.activate(hashes, of: userID)
  }

  func mark(_ userID: String, sampleHash: String, as state: RecordingAnswer.State) async throws {
    try await store.mark(userID, sampleHash: sampleHash, as: state)
  }
}

/// Asks for a clone, and keeps what comes of it.
private final class Follower: Sendable {
  private let outcome = Mutex<Result<CloneOutcome, any Error>?>(nil)

  var hasEnded: Bool { outcome.withLock { $0 != nil } }

  func ask(_ life: CloneUse) async {
    do {
      let made = try await life.followSample(of: "u")
      outcome.withLock { $0 = .success(made) }
    } catch {
      outcome.withLock { $0 = .failure(error) }
    }
  }

  func result() throws -> CloneOutcome? { try outcome.withLock { try $0?.get() } }
}

@Suite("Removal of a voice")
struct VoiceRemovalTests {
  private let turns = UserTurns()
  private let recordings = MemoryRecordingStore()
  private let clones = MemoryCloneStore()
  private let now = Date(milliseconds: 1)

  /// Without a cloning provider.
  private func life(_ samples: any SampleStore) -> CloneUse {
    CloneUse(
      clones: clones, samples: samples,
      provider: VoiceProvider(name: VoiceProvider.localName, voiceSource: .localMatched, cloning: nil), pool: nil,
      maker: nil, sharing: nil, permission: CloningPermission { _ in true }, turns: turns, clock: .system,
      identifiers: .system)
  }

  private func keepSample() async throws {
    let sample = Sample(
      id: "s", userID: "u", hash: "5a11", pcmSampleCount: 1, blob: BlobID(stored: "samples/s"), byteCount: 1,
      durationSeconds: 30, trimmedSeconds: 0, loudnessLUFS: -20, truePeakDBTP: -3, profile: nil, createdAt: now)
    _ = try await recordings.keep(sample, Consent(userID: "u", sampleHash: "5a11", givenAt: now))
  }

  @Test("A clone that is asked for in the middle of a removal waits, and finds nothing to be made from")
  func race() async throws {
    try await keepSample()
    let other = life(recordings)
    let follower = Follower()
    let removal = life(
      SlowRemoval(store: recordings) { [turns] in
        Task { await follower.ask(other) }
        while !follower.hasEnded, await turns.waiting["u"]?.isEmpty ?? true { await Task.yield() }
      })

    #expect(try await removal.remove("u") == [BlobID(stored: "samples/s")])

    while !follower.hasEnded { await Task.yield() }
    #expect(#expect(throws: ServiceError.self) { try follower.result() }?.code == .voiceCloneRequired)
    #expect(try await clones.clone(of: "u")?.state == .deleted)
    #expect(try await recordings.consent(of: "u", sampleHash: "5a11") == nil)
  }
}
