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

  /// - Throws: `CONSENT_REQUIRED`, `CLONE_LIMIT_REACHED`, and what ``ServiceError/init(_:)`` makes of the pool's failures.
  func make(from sample: Sample) async throws -> CloneRecord {
    try await requireConsent(sample)
    try await requireRoomToday(sample.userID)
    return try await blobs.withFile(sample.blob, in: workFolder.path) { try await make(from: sample, at: $0) }
  }

  private func make(from sample: Sample, at path: String) async throws -> CloneRecord {
    let stopwatch = Stopwatch()
    let intent = CreationIntent(
      id: identifiers.make(), userID: sample.userID, sampleHash: sample.hash, createdAt: clock.now())
    try await clones.apply(change(intent, .begun(intentID: intent.id), .open(intent)))
    do {
      let voiceID = try await pool.create(VoiceOrder(intentID: intent.id, userID: intent.userID, samplePath: path))
      let clone = try await finish(intent, voiceID)
      metrics.observe("clone_lifecycle_ms", milliseconds: stopwatch.milliseconds)
      return clone
    } catch let failure as VoiceCreationFailure {
      try await undo(intent, failure.mayHaveCreated ? .uncertain : .failed)
      logger.warning("voice_creation_failed", metadata: ["intent": "\(intent.id)", "reason": "\(failure.reason)"])
      throw ServiceError(failure)
    }
  }

  /// Should storing fail, the intent stays open and the pool's recovery finds the voice by its label.
  private func finish(_ intent: CreationIntent, _ voiceID: String) async throws -> CloneRecord {
    let replaced = try await clones.clone(of: intent.userID)?.heldVoiceID
    let made = CloneEvent.made(
      voiceID: voiceID, provider: providerName, sampleHash: intent.sampleHash, intentID: intent.id)
    let clone = try await clones.apply(change(intent, made, .settle(id: intent.id, .done)))
    if let replaced { await pool.retire(replaced) }
    guard let clone else { throw ServiceError(.internalError, cause: "the clone is not stored") }
    return clone
  }

  private func undo(_ intent: CreationIntent, _ status: CreationIntent.Status) async throws {
    let settle = CloneChange.IntentChange.settle(id: intent.id, status)
    do {
      try await clones.apply(change(intent, .failed(intentID: intent.id), settle))
    } catch is CloneTransitionRefused {
      try await clones.apply(change(intent, nil, settle))
    }
  }

  private func change(
    _ intent: CreationIntent, _ event: CloneEvent?, _ change: CloneChange.IntentChange
  ) -> CloneChange {
    CloneChange(userID: intent.userID, event: event, intent: change, at: clock.now())
  }

  private func requireConsent(_ sample: Sample) async throws {
    guard try await samples.consent(of: sample.userID, sampleHash: sample.hash) != nil else {
      throw ServiceError(.consentRequired)
    }
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
