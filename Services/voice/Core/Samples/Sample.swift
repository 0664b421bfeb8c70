import Foundation
import Schemas

/// A normalised recording of a user's voice.
package struct Sample: Sendable, Equatable {
  /// Also its id in the list of recordings.
  package var id: String
  package var userID: String
  /// SHA-256 of the normalised PCM, hexadecimal. Never logged.
  package var hash: String
  /// Length of that PCM in samples, kept beside the hash.
  package var pcmSampleCount: Int
  package var blob: BlobID
  package var byteCount: Int
  /// Seconds as recorded, before trimming.
  package var durationSeconds: Double
  package var trimmedSeconds: Double
  package var loudnessLUFS: Double
  package var truePeakDBTP: Double
  /// How the speaker sounds, for the local engine.
  package var profile: VoiceProfile?
  package var createdAt: Date
  /// What it has become: only stored, a first clone, or a newer one.
  package var state: RecordingAnswer.State

  package init(
    id: String, userID: String, hash: String, pcmSampleCount: Int, blob: BlobID, byteCount: Int,
    durationSeconds: Double, trimmedSeconds: Double, loudnessLUFS: Double, truePeakDBTP: Double,
    profile: VoiceProfile? = nil, createdAt: Date, state: RecordingAnswer.State = .sample
  ) {
    self.id = id
    self.userID = userID
    self.hash = hash
    self.pcmSampleCount = pcmSampleCount
    self.blob = blob
    self.byteCount = byteCount
    self.durationSeconds = durationSeconds
    self.trimmedSeconds = trimmedSeconds
    self.loudnessLUFS = loudnessLUFS
    self.truePeakDBTP = truePeakDBTP
    self.profile = profile
    self.createdAt = createdAt
    self.state = state
  }
}

/// The speaker's agreement to a clone, bound to one sample.
package struct Consent: Sendable, Equatable {
  package var userID: String
  package var sampleHash: String
  package var givenAt: Date

  package init(userID: String, sampleHash: String, givenAt: Date) {
    self.userID = userID
    self.sampleHash = sampleHash
    self.givenAt = givenAt
  }
}
