import AudioIngest
import Capabilities
import Foundation
import Logging
import Schemas
import VoiceCore

/// From a received recording to a stored sample and the clone that follows it (V1–V4).
struct UploadUse: Sendable {
  let decoder: SampleDecoder
  let samples: any SampleStore
  let blobs: any BlobStore
  let life: any CloneLife
  let clock: WallClock
  let identifiers: Identifiers
  let logger: Logger

  /// A client's own figure is reported when it is off by more seconds than this.
  private static let durationTolerance = 2.0

  func accept(_ path: String, _ form: UploadForm, of userID: String) async throws -> UploadAnswer {
    let normalized = try await decoder.sample(from: path)
    let (sample, isKnown) = try await keep(normalized, userID)
    let outcome = try await follow(userID)
    let declared = form.declaredDuration.flatMap {
      abs($0 - normalized.durationSeconds) > Self.durationTolerance ? $0 : nil
    }
    return UploadAnswer(
      action: outcome.action, voiceCloneID: outcome.clone.voiceID, cloneState: outcome.clone.state,
      bytes: sample.byteCount, hash: sample.hash, duration: normalized.durationSeconds, dedup: isKnown,
      transcoded: normalized.transcoded, loudnessLUFS: normalized.loudnessLUFS,
      truePeakDBTP: normalized.truePeakDBTP, trimmedSeconds: normalized.trimmedSeconds, declaredDuration: declared,
      label: outcome.clone.label)
  }

  private func follow(_ userID: String) async throws -> CloneOutcome {
    do {
      return try await life.followSample(of: userID)
    } catch var error as ServiceError {
      error.details["sample_stored"] = true
      throw error
    }
  }

  /// - Returns: the sample, and whether this user has sent the same recording before.
  private func keep(_ normalized: NormalizedSample, _ userID: String) async throws -> (Sample, isKnown: Bool) {
    defer { try? FileManager.default.removeItem(atPath: normalized.path) }
    let blob = BlobID(.samples, identifiers)
    _ = try await blobs.keep(file: normalized.path, as: blob)
    let new = Sample(normalized, id: identifiers.make(), userID: userID, blob: blob, createdAt: clock.now())
    let consent = Consent(userID: userID, sampleHash: new.hash, givenAt: clock.now())
    let stored = try await samples.keep(new, consent)
    if stored.id != new.id { try await blobs.delete(blob) }
    logger.info(
      "voice_sample_stored",
      metadata: [
        "bytes": .stringConvertible(stored.byteCount), "seconds": .stringConvertible(stored.durationSeconds),
        "dedup": .stringConvertible(stored.id != new.id),
      ])
    return (stored, stored.id != new.id)
  }
}

extension Sample {
  fileprivate init(_ sample: NormalizedSample, id: String, userID: String, blob: BlobID, createdAt: Date) {
    self.init(
      id: id, userID: userID, hash: sample.hash, pcmSampleCount: sample.pcmSampleCount, blob: blob,
      byteCount: sample.byteCount, durationSeconds: sample.durationSeconds, trimmedSeconds: sample.trimmedSeconds,
      loudnessLUFS: sample.loudnessLUFS, truePeakDBTP: sample.truePeakDBTP,
      profile: sample.profile, createdAt: createdAt)
  }
}
