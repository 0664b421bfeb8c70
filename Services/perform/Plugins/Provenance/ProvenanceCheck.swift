import Capabilities
import Crypto
import Foundation
import PerformCore
import Schemas

/// Finds out whether audio is what a record says.
struct ProvenanceCheck: Sendable {
  let seal: ProvenanceSeal
  /// The record that is kept with a note, by the performance's id.
  let keptRecord: @Sendable (_ performanceID: String) async throws -> String?

  /// - Parameter record: `nil` for the one that is kept for the audio's own mark.
  func check(_ audio: [UInt8], record: String?) async throws -> ProvenanceAnswer {
    let mark = AudioMark(of: audio)
    let hashes = [SHA256.hash(data: audio).hexadecimal, UntaggedMP3(audio).sha256].compactMap(\.self)
    let found = if let record { record } else { try await kept(mark.performanceID) }
    guard let found else { return told(.noRecord, mark.isMarked) }
    return try await answer(found, hashes: hashes, marked: mark.isMarked)
  }

  func check(sha256: String, record: String) async throws -> ProvenanceAnswer {
    try await answer(record, hashes: [sha256.lowercased()], marked: nil)
  }

  private func answer(_ record: String, hashes: [String], marked: Bool?) async throws -> ProvenanceAnswer {
    guard let claims = ProvenanceSeal.claims(in: record), try await isGenuine(record, claims) else {
      return told(.recordForged, marked)
    }
    let isSame = hashes.contains { $0 == claims.sha256 || $0 == claims.audioSHA256 }
    return told(isSame ? .genuine : .audioDiffers, marked, claims)
  }

  private func told(
    _ verdict: ProvenanceAnswer.Verdict, _ marked: Bool?, _ claims: ProvenanceClaims? = nil
  ) -> ProvenanceAnswer {
    ProvenanceAnswer(verdict: verdict, marked: marked, claims: claims, key: seal.publicKey)
  }

  /// A record from before the service's secret was changed is known by the copy that is kept with its note.
  private func isGenuine(_ record: String, _ claims: ProvenanceClaims) async throws -> Bool {
    if seal.isOurs(record) { return true }
    return try await kept(claims.performanceID) == record
  }

  private func kept(_ performanceID: String?) async throws -> String? {
    guard let id = performanceID.flatMap(UUID.init(uuidString:)) else { return nil }
    return try await keptRecord(id.uuidString.lowercased())
  }
}
