import Capabilities
import Foundation
import Logging
import Schemas
import VoiceCore

/// Makes users' clones follow their samples (V4, V5).
struct CloneUse: Sendable {
  let clones: any CloneStore
  let samples: any SampleStore
  let provider: VoiceProvider
  /// Absent without a cloning provider.
  let pool: (any SlotPool)?
  let maker: CloneMaker?
  /// Absent unless accounts with the same samples share one voice.
  let sharing: VoiceSharing?
  let permission: CloningPermission
  let turns: UserTurns
  let clock: WallClock
  let identifiers: Identifiers
}

extension CloneUse: CloneLife {
  func requirePermission(_ userID: String) async throws {
    guard try await permission.isGranted(userID) else { throw ServiceError(.voiceCloningDisabled) }
  }

  /// Once begun, it is carried to its end even if the caller goes away: a provider's slot is at stake.
  func followSample(of userID: String) async throws -> CloneOutcome {
    try await Task { try await turns.withTurn(of: userID) { try await follow(userID) } }.value
  }

  /// Carried to its end like every change, so that no half of what is to go stays.
  func remove(_ userID: String) async throws -> [BlobID] {
    try await Task { try await turns.withTurn(of: userID) { try await removeNow(userID) } }.value
  }

  func forgetSample(_ hash: String, of userID: String) async throws {
    try await turns.withTurn(of: userID) {
      guard let clone = try await clones.clone(of: userID), clone.isMade(from: hash) else { return }
      if let voiceID = clone.heldVoiceID {
        try await clones.applyIfFitting(missing(voiceID, userID))
        await pool?.leave(voiceID, of: userID)
      } else if let set = try await samples.activeSet(of: userID) {
        _ = try await stub(userID, set)
      }
    }
  }

  func clone(of userID: String) async throws -> CloneRecord? { try await clones.clone(of: userID) }

  func isInPool(_ clone: CloneRecord) async -> Bool {
    guard let voiceID = clone.heldVoiceID else { return false }
    return await pool?.contains(voiceID) ?? false
  }
}

extension CloneUse {
  private func follow(_ userID: String) async throws -> CloneOutcome {
    guard let set = try await samples.activeSet(of: userID) else {
      throw ServiceError(.voiceCloneRequired, "There is no voice sample to make a clone from.")
    }
    let clone = try await current(userID)
    switch ClonePlan(clone: clone, sampleHash: set.key, providerClones: provider.cloning != nil) {
    case .skip: return CloneOutcome(action: .updateSkipped, clone: try stored(clone))
    case .stub: return CloneOutcome(action: .createdStub, clone: try await stub(userID, set))
    case .create(let action): return CloneOutcome(action: action, clone: try await create(set, action))
    }
  }

  /// The clone as it stands, without a voice that the pool knows to be gone.
  private func current(_ userID: String) async throws -> CloneRecord? {
    guard let clone = try await clones.clone(of: userID), let voiceID = clone.heldVoiceID, clone.intentID == nil,
      await pool?.contains(voiceID) == false
    else { return try await clones.clone(of: userID) }
    try await forget(voiceID, of: userID)
    return try await clones.clone(of: userID)
  }

  /// The clone has no voice any more; should the provider have one after all, it is deleted.
  func forget(_ voiceID: String, of userID: String) async throws {
    // Refused where somebody else has reported it, or replaced it, in the meantime.
    if try await clones.applyIfFitting(missing(voiceID, userID)) { await pool?.retire(voiceID) }
  }

  private func missing(_ voiceID: String, _ userID: String) -> CloneChange {
    CloneChange(userID: userID, event: .missing(voiceID: voiceID), at: clock.now())
  }

  private func removeNow(_ userID: String) async throws -> [BlobID] {
    let held = try await clones.clone(of: userID)?.heldVoiceID
    try await clones.apply(CloneChange(userID: userID, event: .removed, at: clock.now()))
    if let held { await pool?.leave(held, of: userID) }
    return try await samples.removeAll(of: userID, at: clock.now())
  }

  private func stub(_ userID: String, _ set: SampleSet) async throws -> CloneRecord {
    let event = CloneEvent.stubbed(voiceID: "local_\(identifiers.make())", sampleHash: set.key)
    return try stored(await clones.apply(CloneChange(userID: userID, event: event, at: clock.now())))
  }

  private func create(_ set: SampleSet, _ action: CloneAction) async throws -> CloneRecord {
    guard let maker else { throw ServiceError(.internalError, cause: "no cloning provider") }
    do {
      try await requirePermission(set.newest.userID)
      return try await marked(set, action, voice(for: set, maker))
    } catch var error as ServiceError {
      error.details["clone_action"] = .string(action.failure.rawValue)
      if error.code == .providerSampleRefused, try await fallBack(from: set) {
        error.message += " The voice stays as it was."
        error.details["sample_active"] = false
      }
      throw error
    }
  }

  /// A refused sample stays in the history; what made the voice until now makes the next one too.
  ///
  /// - Returns: whether there is such a sample.
  private func fallBack(from set: SampleSet) async throws -> Bool {
    let userID = set.newest.userID
    guard let key = try await clones.clone(of: userID)?.sampleHash, key != set.key else { return false }
    return try await samples.activate(SampleSet.hashes(in: key), of: userID)
  }

  private func voice(for set: SampleSet, _ maker: CloneMaker) async throws -> CloneRecord {
    guard let sharing else { return try await maker.make(from: set) }
    return try await sharing.withVoice(for: set) { try await maker.make(from: set) }
  }

  private func marked(_ set: SampleSet, _ action: CloneAction, _ clone: CloneRecord) async throws -> CloneRecord {
    let state: RecordingAnswer.State = action == .updatedReal ? .updated : .promoted
    for sample in set.samples { try await samples.mark(sample.userID, sampleHash: sample.hash, as: state) }
    return clone
  }

  private func stored(_ clone: CloneRecord?) throws -> CloneRecord {
    guard let clone else { throw ServiceError(.internalError, cause: "the clone is not stored") }
    return clone
  }
}
