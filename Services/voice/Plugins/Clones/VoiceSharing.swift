import Capabilities
import Schemas
import VoiceCore

/// Lets accounts with the very same samples speak with one voice (`SHARE_IDENTICAL_SAMPLES`, V12).
struct VoiceSharing: Sendable {
  let clones: any CloneStore
  let samples: any SampleStore
  let pool: any SlotPool
  /// By ``SampleSet/key``: of two accounts that upload the same recording at once, the second finds the first's voice.
  let turns = UserTurns()
  let clock: WallClock

  /// - Returns: the clone with another account's voice, or the one that `make` makes.
  /// - Throws: `CONSENT_REQUIRED`, and what `make` throws.
  func withVoice(
    for set: SampleSet, _ make: @Sendable () async throws -> CloneRecord
  ) async throws -> CloneRecord {
    try await turns.withTurn(of: set.key) {
      if let shared = try await takeShared(set) { return shared }
      return try await make()
    }
  }

  /// `nil` also where the other account's voice goes away meanwhile.
  private func takeShared(_ set: SampleSet) async throws -> CloneRecord? {
    let userID = set.newest.userID
    guard let voice = try await clones.voice(madeFrom: set.key, besides: userID) else { return nil }
    try await samples.requireConsent(to: set)
    guard await pool.share(voice.id, with: userID) else { return nil }
    let replaced = try await clones.clone(of: userID)?.heldVoiceID
    let shared = CloneEvent.shared(voiceID: voice.id, provider: voice.provider, sampleHash: set.key)
    guard try await clones.applyIfFitting(CloneChange(userID: userID, event: shared, at: clock.now())) else {
      await pool.leave(voice.id, of: userID)
      return nil
    }
    if let replaced, replaced != voice.id { await pool.leave(replaced, of: userID) }
    return try await clones.clone(of: userID)
  }
}
