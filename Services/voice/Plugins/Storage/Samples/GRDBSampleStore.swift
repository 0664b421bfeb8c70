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

  package func activeSamples(of userID: String) async throws -> [Sample] {
    try database.lookUp { try SampleRow.active(of: userID, $0) }
  }

  package func keep(_ sample: Sample, _ consent: Consent) async throws -> Sample {
    try await database.write { database in
      try ConsentRow.insert(consent, database)
      let known: StatementArguments = [sample.userID, sample.hash]
      let stored = try SampleRow.fetchAll(database, where: "s.user_id = ? AND s.hash = ?", known).first
      if let stored, try SampleRow.active(of: sample.userID, database).contains(stored) { return stored }
      try database.execute(sql: "UPDATE samples SET active = 0 WHERE user_id = ?", arguments: [sample.userID])
      if let stored {
        try SampleRow.setActive(stored.id, true, database)
      } else {
        try SampleRow.insert(sample, database)
      }
      return stored ?? sample
    }
  }

  package func setActive(_ id: String, of userID: String, _ isActive: Bool) async throws -> SampleActivation {
    try await database.write { database in
      let known: StatementArguments = [userID, id]
      guard try !SampleRow.fetchAll(database, where: "s.user_id = ? AND s.recording_id = ?", known).isEmpty else {
        return .noSuchSample
      }
      let active = try SampleRow.active(of: userID, database).map(\.id)
      if let refusal = SampleActivation(refusing: isActive, id, among: active) { return refusal }
      try SampleRow.setActive(id, isActive, database)
      return .done
    }
  }

  package func activate(_ hashes: [String], of userID: String) async throws -> Bool {
    try await database.write { database in
      let known = try SampleRow.fetchAll(database, where: "s.user_id = ?", [userID]).filter { hashes.contains($0.hash) }
      guard !known.isEmpty else { return false }
      try database.execute(sql: "UPDATE samples SET active = 0 WHERE user_id = ?", arguments: [userID])
      for sample in known { try SampleRow.setActive(sample.id, true, database) }
      return true
    }
  }

  package func consent(of userID: String, sampleHash: String) async throws -> Consent? {
    try database.lookUp { try ConsentRow.inForce(userID, sampleHash, $0) }
  }

  package func mark(_ userID: String, sampleHash: String, as state: RecordingAnswer.State) async throws {
    try await database.write { database in
      try database.execute(
        sql: "UPDATE samples SET state = ? WHERE user_id = ? AND hash = ?",
        arguments: [state.rawValue, userID, sampleHash])
    }
  }

  package func removeAll(of userID: String, at now: Date) async throws -> [BlobID] {
    let blobs = try await removeRows(of: userID, at: now)
    try await database.emptyLog()
    return blobs
  }

  private func removeRows(of userID: String, at now: Date) async throws -> [BlobID] {
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
