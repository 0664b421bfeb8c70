import Foundation
import GRDB
import Persistence
import Schemas
import VoiceCore

package struct GRDBCloneStore: CloneStore {
  private let database: Persistence.Database

  package init(_ database: Persistence.Database) {
    self.database = database
  }

  package func clone(of userID: String) async throws -> CloneRecord? {
    try database.lookUp { try CloneRow.fetch(userID, $0) }
  }

  package func held() async throws -> [CloneRecord] {
    try await database.read { database in
      try Row.fetchAll(database, sql: "SELECT * FROM clones WHERE voice_id IS NOT NULL").map(CloneRow.record)
        .filter { $0.heldVoiceID != nil }
    }
  }

  @discardableResult
  package func apply(_ change: CloneChange) async throws -> CloneRecord? {
    try await database.write { database in
      if let intent = change.intent { try IntentRow.apply(intent, database) }
      guard let event = change.event else { return try CloneRow.fetch(change.userID, database) }
      let stored = try CloneRow.fetch(change.userID, database)
      let clone = stored ?? CloneRecord(userID: change.userID, updatedAt: change.at)
      if case .shared(let voiceID, _, _) = event, try !Self.isHeld(voiceID, besides: change.userID, database) {
        throw CloneTransitionRefused(state: clone.state.rawValue, event: "shared")
      }
      var machine = CloneStateMachine(clone)
      for effect in try machine.apply(event, at: change.at) {
        switch effect {
        case .retire(let voiceID): try Self.retire(voiceID, of: change, database)
        case .keep(let voiceID): try DeletionRow.remove(voiceID, database)
        }
      }
      try CloneRow.save(machine.clone, database)
      return machine.clone
    }
  }

  package func stubs() async throws -> [CloneRecord] {
    try await database.read { database in
      try Row.fetchAll(
        database,
        sql: "SELECT * FROM clones WHERE state = ? ORDER BY coalesce(last_perform_at, updated_at) DESC, user_id",
        arguments: [CloneState.stub.rawValue]
      ).map(CloneRow.record)
    }
  }

  package func voice(madeFrom sampleHash: String, besides userID: String) async throws -> SharedVoice? {
    try await database.read { database in
      try Row.fetchAll(
        database, sql: "SELECT * FROM clones WHERE sample_hash = ? AND user_id != ? AND voice_id IS NOT NULL",
        arguments: [sampleHash, userID]
      ).lazy.map(CloneRow.record).compactMap(SharedVoice.init).first
    }
  }

  private static func retire(_ voiceID: String, of change: CloneChange, _ database: GRDB.Database) throws {
    let isShared = try isHeld(voiceID, besides: change.userID, database)
    if !isShared { try DeletionRow.enqueue(voiceID, at: change.at, database) }
  }

  private static func isHeld(_ voiceID: String, besides userID: String, _ database: GRDB.Database) throws -> Bool {
    try Bool.fetchOne(
      database, sql: "SELECT EXISTS (SELECT 1 FROM clones WHERE voice_id = ? AND user_id != ?)",
      arguments: [voiceID, userID]) ?? false
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

  package func hasRefused(_ sampleHash: String, of userID: String) async throws -> Bool {
    try await database.read { try IntentRow.hasRefused(sampleHash, of: userID, $0) }
  }

  package func unsettledIntents() async throws -> [CreationIntent] {
    try await database.read { try IntentRow.unsettled($0) }
  }

  package func intent(_ id: String) async throws -> CreationIntent? {
    try await database.read { try IntentRow.fetch(id, $0) }
  }
}
