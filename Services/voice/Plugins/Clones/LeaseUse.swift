import Capabilities
import Foundation
import Logging
import Observability
import Schemas
import VoiceCore

/// Gives performances a voice that can speak now and stays as long as they speak (V6, P2).
struct LeaseUse: Sendable {
  let life: CloneUse
  let pool: (any SlotPool)?
  let book: LeaseBook
  let recency: RecencyWorker
  let recloneOnPerform: Bool
  let clock: WallClock
  let identifiers: Identifiers
  let metrics: MetricRegistry
  let logger: Logger

  /// How long a lease on the local engine is said to live; nothing depends on it.
  private static let localLease: TimeInterval = 120

  func lease(_ request: LeaseRequest) async throws -> LeaseAnswer {
    let stopwatch = Stopwatch()
    let answer = try await acquire(request)
    recency.used(request.userID, at: clock.now())
    metrics.observe("voice_pool_acquire_latency_ms", milliseconds: stopwatch.milliseconds)
    logger.info(
      "voice_pool_acquire",
      metadata: [
        "voice_id": "\(answer.voiceCloneID)", "recreated": "\(answer.recreated)",
        "duration_ms": .stringConvertible(stopwatch.milliseconds),
      ])
    return answer
  }

  func end(_ leaseID: String) async {
    await pool?.endLease(leaseID)
    await book.remove(leaseID)
  }

  /// Makes the voice anew, once per performance.
  func replaceMissing(_ leaseID: String, _ report: VoiceMissingReport) async throws -> LeaseAnswer {
    guard let entry = await book.entry(leaseID), entry.voiceID == report.providerVoiceID else {
      throw ServiceError(.notFound, "There is no such lease on this voice.")
    }
    logger.warning("voice_missing_detected", metadata: ["voice_id": "\(entry.voiceID)"])
    await end(leaseID)
    try await life.forget(entry.voiceID, of: entry.request.userID)
    guard recloneOnPerform, !entry.recreated else { throw Self.needsClone }
    return try await recreated(entry.request)
  }

  private func acquire(_ request: LeaseRequest) async throws -> LeaseAnswer {
    let clone = try await life.clone(of: request.userID)
    guard life.provider.cloning != nil else { return try await local(clone) }
    if let clone, let answer = try await leased(clone, request, recreated: false) { return answer }
    if let clone, let gone = clone.heldVoiceID, clone.intentID == nil {
      try await life.forget(gone, of: request.userID)
    }
    guard recloneOnPerform else { throw Self.needsClone }
    return try await recreated(request)
  }

  /// A creation for the same user that is under way is waited for, not repeated.
  private func recreated(_ request: LeaseRequest) async throws -> LeaseAnswer {
    let outcome = try await life.followSample(of: request.userID)
    let isNew = outcome.action != .updateSkipped
    guard let answer = try await leased(outcome.clone, request, recreated: isNew) else { throw Self.needsClone }
    return answer
  }

  private func leased(_ clone: CloneRecord, _ request: LeaseRequest, recreated: Bool) async throws -> LeaseAnswer? {
    guard let voiceID = clone.heldVoiceID else { return nil }
    let consent = try await life.samples.consentReference(of: clone)
    guard let lease = await pool?.lease(voiceID) else { return nil }
    await book.insert(
      lease.id, LeaseBook.Entry(request: request, voiceID: voiceID, recreated: recreated), until: lease.expiresAt,
      now: clock.now())
    return LeaseAnswer(
      leaseID: lease.id, expiresIn: lease.expiresAt.timeIntervalSince(clock.now()), voiceCloneID: voiceID,
      providerVoiceID: voiceID,
      provider: life.provider.name, voiceSource: life.provider.voiceSource, recreated: recreated,
      consentReference: consent)
  }

  /// Without a profile the engine speaks in its own voice, and that is said.
  private func local(_ clone: CloneRecord?) async throws -> LeaseAnswer {
    guard let clone, let voiceID = clone.voiceID else { throw Self.needsClone }
    let profile = try await life.samples.activeSample(of: clone.userID)?.profile
    let localID = clone.isLocal ? voiceID : "local_\(clone.userID)"
    return LeaseAnswer(
      leaseID: identifiers.make(), expiresIn: Self.localLease, voiceCloneID: localID,
      providerVoiceID: localID, provider: life.provider.name,
      voiceSource: profile == nil ? .stockVoice : life.provider.voiceSource, recreated: false,
      consentReference: try await life.samples.consentReference(of: clone), voiceProfile: profile)
  }

  private static let needsClone = ServiceError(.voiceCloneRequired)
}
