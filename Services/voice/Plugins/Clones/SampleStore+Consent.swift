import Crypto
import Foundation
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

  /// Names the consents under which the clone's voice was made, one per sample; `nil` where there is none.
  func consentReference(of clone: CloneRecord) async throws -> String? {
    var references: [String] = []
    for hash in clone.sampleHash.map(SampleSet.hashes) ?? [] {
      if let consent = try await consent(of: clone.userID, sampleHash: hash) { references.append(consent.reference) }
    }
    return references.isEmpty ? nil : references.joined(separator: "+")
  }
}

extension Consent {
  /// Names this consent without telling whose it is or what was recorded: 32 hexadecimal digits that only who holds
  /// the record can make again.
  var reference: String {
    let digest = SHA256.hash(data: Data("consent\n\(userID)\n\(sampleHash)\n\(givenAt.milliseconds)".utf8))
    return digest.prefix(16).map { String(format: "%02x", $0) }.joined()
  }
}
