import Foundation
import GRDB
import Persistence
import VoiceCore

/// Consents as rows; one that was withdrawn stays as evidence.
enum ConsentRow {
  static func insert(_ consent: Consent, _ database: GRDB.Database) throws {
    try database.execute(
      sql: "INSERT INTO consents (user_id, sample_hash, given_at) VALUES (?, ?, ?)",
      arguments: [consent.userID, consent.sampleHash, consent.givenAt.milliseconds])
  }

  static func inForce(_ userID: String, _ sampleHash: String, _ database: GRDB.Database) throws -> Consent? {
    try database.cachedRow(
      """
      SELECT * FROM consents WHERE user_id = ? AND sample_hash = ? AND withdrawn_at IS NULL
      ORDER BY given_at DESC LIMIT 1
      """, [userID, sampleHash]
    ).map {
      Consent(
        userID: $0["user_id"], sampleHash: $0["sample_hash"], givenAt: Date(milliseconds: $0["given_at"]))
    }
  }

  static func withdraw(_ userID: String, _ sampleHash: String, at now: Date, _ database: GRDB.Database) throws {
    try database.execute(
      sql: "UPDATE consents SET withdrawn_at = ? WHERE user_id = ? AND sample_hash = ? AND withdrawn_at IS NULL",
      arguments: [now.milliseconds, userID, sampleHash])
  }

  static func withdrawAll(of userID: String, at now: Date, _ database: GRDB.Database) throws {
    try database.execute(
      sql: "UPDATE consents SET withdrawn_at = ? WHERE user_id = ? AND withdrawn_at IS NULL",
      arguments: [now.milliseconds, userID])
  }
}
