import Hummingbird
import Schemas
import ServiceHTTP
import VoiceCore

/// What users ask about and of their clone: meta, make, remove.
struct CloneController: Sendable {
  let life: any CloneLife
  let samples: any SampleStore
  let blobs: any BlobStore
  let settings: ClonesConfiguration

  var routes: [Route] {
    [
      Route(.get, "/users/{id}/voice/meta", "Sample, clone and consent of a user", access: .owner) { call in
        try Reply.json(try await meta(call.userID()))
      },
      Route(
        .post, "/users/{id}/voice/clone", "Makes the clone, or makes it again", access: .owner,
        limits: settings.limits
      ) { call in try Reply.json(try await create(call.userID())) },
      Route(.delete, "/users/{id}/voice", "Removes samples, consent and clone", access: .owner) { call in
        try Reply.json(try await remove(call.userID()))
      },
    ]
  }

  private func create(_ userID: String) async throws -> CloneAnswer {
    let outcome = try await life.followSample(of: userID)
    return CloneAnswer(
      action: outcome.action, voiceCloneID: outcome.clone.voiceID, cloneState: outcome.clone.state,
      label: outcome.clone.label)
  }

  private func remove(_ userID: String) async throws -> CloneAnswer {
    for blob in try await life.remove(userID) { try await blobs.delete(blob) }
    return CloneAnswer(action: nil, voiceCloneID: nil, cloneState: .deleted)
  }

  private func meta(_ userID: String) async throws -> VoiceMetaAnswer {
    let clone = try await life.clone(of: userID)
    let sample = try await samples.activeSample(of: userID)
    return VoiceMetaAnswer(
      hasSample: sample != nil, hasClone: clone?.voiceID != nil, voiceCloneID: clone?.voiceID,
      inPool: await isInPool(clone), cloneState: clone?.state ?? .none,
      provider: clone?.voiceID == nil ? nil : clone?.provider, previousCloneID: clone?.previousVoiceID,
      sample: sample.map(VoiceMetaAnswer.Sample.init), consent: try await consent(for: sample),
      label: clone?.label)
  }

  private func isInPool(_ clone: CloneRecord?) async -> Bool {
    guard let clone else { return false }
    return await life.isInPool(clone)
  }

  private func consent(for sample: Sample?) async throws -> VoiceMetaAnswer.Consent? {
    guard let sample else { return nil }
    return try await samples.consent(of: sample.userID, sampleHash: sample.hash).map {
      VoiceMetaAnswer.Consent(givenAt: $0.givenAt, sampleHash: $0.sampleHash, reference: $0.reference)
    }
  }
}

extension VoiceMetaAnswer.Sample {
  fileprivate init(_ sample: Sample) {
    self.init(
      hash: sample.hash, duration: sample.durationSeconds, bytes: sample.byteCount, createdAt: sample.createdAt)
  }
}
