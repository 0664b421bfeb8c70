import Schemas
import VoiceCore

extension SampleStore {
  /// - Throws: `CONSENT_REQUIRED` unless there is a consent in force for every sample.
  func requireConsent(to set: SampleSet) async throws {
    for sample in set.samples {
      guard try await consent(of: sample.userID, sampleHash: sample.hash) != nil else {
        throw ServiceError(.consentRequired)
      }
    }
  }
}
