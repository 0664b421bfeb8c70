import Foundation
import GRDB
import Persistence
import Schemas
import VoiceCore

package struct GRDBSampleStore: SampleStore {
  private let database: Persistence.Database

  package init(_ database: Persistence.Database) {
    self.database = database
  }

  package func activeSample(of userID: String) async throws -> Sample? {
    try await database.read { try SampleRow.fetch($0, where: "s.user_id = ? AND s.active = 1", [userID]) }
  }

  package func keep(_ sample: Sample, _ consent: Consent) async throws -> Sample {
    try await database.write { database in
      try ConsentRow.insert(consent, database)
      try database.execute(sql: "UPDATE samples SET active = 0 WHERE user_id = ?", arguments: [sample.userID])
      let known: StatementArguments = [sample.userID, sample.hash]
      if let stored = try SampleRow.fetch(database, where: "s.user_id = ? AND s.hash = ?", known) {
        try database.execute(sql: "UPDATE samples SET active = 1 WHERE recording_id = ?", arguments: [stored.id])
        return stored
      }
      try SampleRow.insert(sample, database)
      return sample
    }
  }

  package func consent(of userID: String, sampleHash: String) async throws -> Consent? {
    try await database.read { try ConsentRow.inForce(userID, sampleHash, $0) }
  }

  package func mark(_ userID: String, sampleHash: String, as state: RecordingAnswer.State) async throws {
    try await database.write { database in
      try database.execute(
        sql: "UPDATE samples SET state = ? WHERE user_id = ? AND hash = ?",
        arguments: [state.rawValue, userID, sampleHash])
    }
  }

  package func removeAll(of userID: String, at now: Date) async throws -> [BlobID] {
    try await database.write { database in
      try ConsentRow.withdrawAll(of: userID, at: now, database)
      let blobs = try String.fetchAll(
        database, sql: "SELECT blob FROM recordings WHERE user_id = ? AND kind = 'sample' AND blob IS NOT NULL",
        arguments: [userID])
      try database.execute(
        sql: "DELETE FROM recordings WHERE user_id = ? AND kind = 'sample'", arguments: [userID])
      return blobs.map { BlobID(stored: $0) }
    }
  }
}
