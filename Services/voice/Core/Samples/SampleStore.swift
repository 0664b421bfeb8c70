import Foundation
import Schemas
import ServiceHost

/// Keeps samples and the consent that belongs to each.
package protocol SampleStore: Sendable {
  /// The sample that the clone is to be made from.
  func activeSample(of userID: String) async throws -> Sample?

  /// Stores sample and consent together and makes the sample the active one.
  ///
  /// - Returns: the stored sample: an older one where the user already has one with the same hash.
  func keep(_ sample: Sample, _ consent: Consent) async throws -> Sample

  /// The consent in force for the sample; `nil` also when it was withdrawn.
  func consent(of userID: String, sampleHash: String) async throws -> Consent?

  func mark(_ userID: String, sampleHash: String, as state: RecordingAnswer.State) async throws

  /// Removes every sample and withdraws every consent of the user.
  ///
  /// - Returns: the blobs that nothing refers to any more.
  func removeAll(of userID: String, at: Date) async throws -> [BlobID]
}

extension PortKey where Value == any SampleStore {
  package static var sampleStore: Self { PortKey("voice.sampleStore") }
}
