import Foundation
import GRDB
import Persistence
import VoiceCore

package struct GRDBCloneStore: CloneStore {
  private let database: Persistence.Database

  package init(_ database: Persistence.Database) {
    self.database = database
  }

  package func clone(of userID: String) async throws -> CloneRecord? {
    try await database.read { try CloneRow.fetch(userID, $0) }
  }

  package func held() async throws -> [CloneRecord] {
    try await database.read { database in
      try Row.fetchAll(database, sql: "SELECT * FROM clones WHERE voice_id IS NOT NULL").map(CloneRow.record)
        .filter { $0.heldVoiceID != nil }
    }
  }

  package func apply(_ change: CloneChange) async throws -> CloneRecord? {
    try await database.write { database in
      if let intent = change.intent { try IntentRow.apply(intent, database) }
      guard let event = change.event else { return try CloneRow.fetch(change.userID, database) }
      let stored = try CloneRow.fetch(change.userID, database)
      var machine = CloneStateMachine(stored ?? CloneRecord(userID: change.userID, updatedAt: change.at))
      for effect in try machine.apply(event, at: change.at) {
        switch effect {
        case .retire(let voiceID): try DeletionRow.enqueue(voiceID, at: change.at, database)
        case .keep(let voiceID): try DeletionRow.remove(voiceID, database)
        }
      }
      try CloneRow.save(machine.clone, database)
      return machine.clone
    }
  }

  package func touch(_ userID: String, at now: Date) async throws {
    try await database.write { database in
      try database.execute(
        sql: "UPDATE clones SET last_perform_at = ? WHERE user_id = ?", arguments: [now.milliseconds, userID])
    }
  }

  package func creations(of userID: String, since: Date) async throws -> [Date] {
    try await database.read { try IntentRow.creations(of: userID, since: since, $0) }
  }

  package func unsettledIntents() async throws -> [CreationIntent] {
    try await database.read { try IntentRow.unsettled($0) }
  }
}
