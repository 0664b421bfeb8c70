import Capabilities
import Foundation
import Persistence
import Schemas
import TestSupport
import VoiceCore
import VoiceStorage

/// A sample that stands in the database before the service starts, so that a test need not decode half a minute.
struct SeededSample: Sendable {
  var userID: String
  var hash: String
  /// Where in the clip its audio begins; the provider takes no audio twice.
  var second: Int

  init(_ userID: String, hash: String = "5a11", second: Int = 0) {
    self.userID = userID
    self.hash = hash
    self.second = second
  }

  static func store(_ samples: [SeededSample], in dataDirectory: String) async throws {
    guard !samples.isEmpty else { return }
    let database = try Database(path: "\(dataDirectory)/voice.sqlite", migrations: StoragePlugin().migrations)
    let blobs = SealedBlobStore(
      try FileBlobStore(root: "\(dataDirectory)/audio"), key: SealingKey(secret: TestEnvironment.secretKey))
    for sample in samples { try await sample.store(GRDBSampleStore(database), blobs) }
    try database.close()
  }

  private func store(_ samples: GRDBSampleStore, _ blobs: SealedBlobStore) async throws {
    let blob = BlobID(.samples, .system)
    let size = try await blobs.keep(file: try TestAudio.shortMP3(from: second), as: blob)
    let sample = Sample(
      id: Identifiers.system.make(), userID: userID, hash: hash, pcmSampleCount: 44_100, blob: blob, byteCount: size,
      durationSeconds: 2, trimmedSeconds: 0, loudnessLUFS: -20, truePeakDBTP: -3,
      profile: VoiceProfile(medianPitch: 99, spectrum: Array(repeating: 0, count: VoiceProfile.bandCount)),
      createdAt: Date(milliseconds: 1))
    _ = try await samples.keep(sample, Consent(userID: userID, sampleHash: hash, givenAt: Date(milliseconds: 1)))
  }
}
