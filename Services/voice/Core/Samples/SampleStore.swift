import Foundation
import Schemas
import ServiceHost

/// Keeps samples and the consent that belongs to each.
package protocol SampleStore: Sendable {
  /// The samples that the clone is to be made from, newest first.
  func activeSamples(of userID: String) async throws -> [Sample]

  /// Stores sample and consent together and makes the sample the only active one; one that is active already leaves
  /// the others active too.
  ///
  /// - Returns: the stored sample: an older one where the user already has one with the same hash.
  func keep(_ sample: Sample, _ consent: Consent) async throws -> Sample

  /// The consent in force for the sample; `nil` also when it was withdrawn.
  func consent(of userID: String, sampleHash: String) async throws -> Consent?

  /// Adds a sample to the active ones, or takes it away.
  func setActive(_ id: String, of userID: String, _ isActive: Bool) async throws -> SampleActivation

  /// Makes those samples the only active ones that have one of the hashes.
  ///
  /// - Returns: `false`, and nothing is changed, where there are none.
  func activate(_ hashes: [String], of userID: String) async throws -> Bool

  func mark(_ userID: String, sampleHash: String, as state: RecordingAnswer.State) async throws

  /// Removes every sample and withdraws every consent of the user.
  ///
  /// - Returns: the blobs that nothing refers to any more.
  func removeAll(of userID: String, at: Date) async throws -> [BlobID]
}

extension SampleStore {
  package func activeSet(of userID: String) async throws -> SampleSet? {
    SampleSet(try await activeSamples(of: userID))
  }

  /// The newest of the active samples.
  package func activeSample(of userID: String) async throws -> Sample? { try await activeSet(of: userID)?.newest }
}

/// What came of ``SampleStore/setActive(_:of:_:)``.
package enum SampleActivation: Sendable, Equatable {
  case done
  case noSuchSample
  /// ``SampleSet/mostSamples`` are active already.
  case tooMany
  /// A voice needs one.
  case lastOne

  /// Why the sample cannot be changed; `nil` where it can.
  package init?(refusing isActive: Bool, _ id: String, among active: [String]) {
    if isActive && !active.contains(id) && active.count >= SampleSet.mostSamples {
      self = .tooMany
    } else if !isActive && active == [id] {
      self = .lastOne
    } else {
      return nil
    }
  }
}

extension PortKey where Value == any SampleStore {
  package static var sampleStore: Self { PortKey("voice.sampleStore") }
}
