import Capabilities
import Crypto
import Foundation
import Schemas

/// Signs where a note comes from.
package protocol ProvenanceSealing: Sendable {
  /// - Returns: the claims and their signature as one text, which anybody with the public key can check.
  func record(of claims: ProvenanceClaims) throws -> String
}

extension ProvenanceSealing {
  /// The record of a note that is whole; `nil` for a draft of an older release, which does not know enough.
  package func record(of draft: NoteDraft, audio: [UInt8]) throws -> String? {
    guard let madeAt = draft.madeAt, let consentReference = draft.consentReference else { return nil }
    return try record(
      of: ProvenanceClaims(
        performanceID: draft.answer.performanceID, sha256: SHA256.hash(data: audio).hexadecimal,
        audioSHA256: UntaggedMP3(audio).sha256, sizeBytes: audio.count, madeAt: madeAt,
        model: draft.answer.model, voiceSource: draft.answer.voiceSource,
        consentReference: consentReference, digitalSourceType: ProvenanceMark.trainedAlgorithmicMedia))
  }
}
