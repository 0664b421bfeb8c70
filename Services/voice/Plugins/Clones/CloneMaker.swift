import Capabilities
import Foundation
import Logging
import Observability
import Schemas
import VoiceCore

/// Makes one voice at the provider, between an intent written before and a state written after.
struct CloneMaker: Sendable {
  let clones: any CloneStore
  let samples: any SampleStore
  let pool: any SlotPool
  let blobs: any BlobStore
  let workFolder: WorkFolder
  let providerName: String
  let clonesPerDay: Int
  let clock: WallClock
  let identifiers: Identifiers
  let metrics: MetricRegistry
  let logger: Logger

  private static let day: TimeInterval = 86_400

  /// - Throws: `CONSENT_REQUIRED`, `PROVIDER_SAMPLE_REFUSED` without asking for samples that were refused before,
  ///   `CLONE_LIMIT_REACHED`, and what ``ServiceError/init(_:)`` makes of the pool's failures.
  func make(from set: SampleSet) async throws -> CloneRecord {
    try await samples.requireConsent(to: set)
    guard try await !clones.hasRefused(set.key, of: set.newest.userID) else { throw ServiceError.verificationRequired }
    try await requireRoomToday(set.newest.userID)
    return try await blobs.withFiles(set.samples.map(\.blob), in: workFolder.path) {
      try await make(from: set, at: $0)
    }
  }

  private func make(from set: SampleSet, at paths: [String]) async throws -> CloneRecord {
    let stopwatch = Stopwatch()
    let intent = CreationIntent(
      id: identifiers.make(), userID: set.newest.userID, sampleHash: set.key, createdAt: clock.now())
    try await clones.apply(change(intent, .begun(intentID: intent.id), .open(intent)))
    do {
      let voiceID = try await pool.create(VoiceOrder(intentID: intent.id, userID: intent.userID, samplePaths: paths))
      let clone = try await finish(intent, voiceID)
      metrics.observe("clone_lifecycle_ms", milliseconds: stopwatch.milliseconds)
      return clone
    } catch let failure as VoiceCreationFailure {
      try await undo(intent, failure.settledAs)
      logger.warning("voice_creation_failed", metadata: ["intent": "\(intent.id)", "reason": "\(failure.reason)"])
      throw ServiceError(failure)
    }
  }

  /// Should storing fail, the intent stays open and the pool's recovery finds the voice by its label.
  private func finish(_ intent: CreationIntent, _ voiceID: String) async throws -> CloneRecord {
    let replaced = try await clones.clone(of: intent.userID)?.heldVoiceID
    let made = CloneEvent.made(
      voiceID: voiceID, provider: providerName, sampleHash: intent.sampleHash, intentID: intent.id)
    // Refused where the pool's recovery has found the voice a moment earlier.
    _ = try await clones.applyIfFitting(change(intent, made, .settle(id: intent.id, .done)))
    guard let clone = try await clones.clone(of: intent.userID), clone.voiceID == voiceID else {
      throw ServiceError(.internalError, cause: "the clone is not stored")
    }
    if let replaced, replaced != voiceID { await pool.leave(replaced, of: intent.userID) }
    return clone
  }

  private func undo(_ intent: CreationIntent, _ status: CreationIntent.Status) async throws {
    try await clones.settle(change(intent, .failed(intentID: intent.id), .settle(id: intent.id, status)))
  }

  private func change(
    _ intent: CreationIntent, _ event: CloneEvent?, _ change: CloneChange.IntentChange
  ) -> CloneChange {
    CloneChange(userID: intent.userID, event: event, intent: change, at: clock.now())
  }

  private func requireRoomToday(_ userID: String) async throws {
    let now = clock.now()
    let recent = try await clones.creations(of: userID, since: now.addingTimeInterval(-Self.day))
    guard recent.count >= clonesPerDay else { return }
    let free = recent[recent.count - clonesPerDay].addingTimeInterval(Self.day)
    throw ServiceError(
      .cloneLimitReached, "At most \(clonesPerDay) voices are made within 24 hours.",
      retryAfter: .seconds(max(1, free.timeIntervalSince(now))))
  }
}
