import Foundation
import Schemas
import Synchronization
import VoiceCore

/// Clones, intents and the deletion queue in memory, for tests and simulations.
package final class MemoryCloneStore: CloneStore, DeletionQueue {
  fileprivate struct Tables {
    var clones: [String: CloneRecord] = [:]
    var intents: [String: CreationIntent] = [:]
    var deletions: [String: Deletion] = [:]
  }

  fileprivate struct Deletion {
    var queuedAt: Date
    var dueAt: Date
    var attempts = 0
  }

  private let tables = Mutex(Tables())

  package init() {}

  package func clone(of userID: String) async throws -> CloneRecord? { tables.withLock { $0.clones[userID] } }

  package func held() async throws -> [CloneRecord] {
    tables.withLock { $0.clones.values.filter { $0.heldVoiceID != nil } }
  }

  package func stubs() async throws -> [CloneRecord] {
    tables.withLock { tables in
      tables.clones.values.filter { $0.state == .stub }.sorted {
        ($1.lastPerformAt ?? $1.updatedAt, $0.userID) < ($0.lastPerformAt ?? $0.updatedAt, $1.userID)
      }
    }
  }

  package func voice(madeFrom sampleHash: String, besides userID: String) async throws -> SharedVoice? {
    tables.withLock { tables in
      tables.clones.values.filter { $0.sampleHash == sampleHash && $0.userID != userID }
        .compactMap(SharedVoice.init).first
    }
  }

  package func intent(_ id: String) async throws -> CreationIntent? { tables.withLock { $0.intents[id] } }

  @discardableResult
  package func apply(_ change: CloneChange) async throws -> CloneRecord? {
    try tables.withLock { tables in
      var next = tables
      try next.apply(change)
      tables = next
      return tables.clones[change.userID]
    }
  }

  package func touch(_ userID: String, at now: Date) async throws {
    tables.withLock { $0.clones[userID]?.lastPerformAt = now }
  }

  package func creations(of userID: String, since: Date) async throws -> [Date] {
    tables.withLock { tables in
      tables.intents.values.filter { $0.userID == userID && $0.createdAt > since && $0.status != .failed }
        .map(\.createdAt).sorted()
    }
  }

  package func hasRefused(_ sampleHash: String, of userID: String) async throws -> Bool {
    tables.withLock { tables in
      tables.intents.values.contains {
        $0.userID == userID && $0.sampleHash == sampleHash && $0.status == .refused
      }
    }
  }

  package func unsettledIntents() async throws -> [CreationIntent] {
    tables.withLock { tables in
      tables.intents.values.filter { $0.status == .open || $0.status == .uncertain }
        .sorted { $0.createdAt < $1.createdAt }
    }
  }

  package func enqueue(_ voiceID: String, at now: Date) async throws {
    tables.withLock { $0.enqueue(voiceID, at: now) }
  }

  package func due(at now: Date, limit: Int) async throws -> [PendingDeletion] {
    tables.withLock { tables in
      tables.deletions.filter { $0.value.dueAt <= now }
        .sorted { ($0.value.dueAt, $0.value.queuedAt) < ($1.value.dueAt, $1.value.queuedAt) }.prefix(limit)
        .map { PendingDeletion(voiceID: $0.key, attempts: $0.value.attempts) }
    }
  }

  package func finish(_ voiceID: String) async throws { tables.withLock { $0.deletions[voiceID] = nil } }

  package func postpone(_ voiceID: String, until due: Date) async throws {
    tables.withLock { tables in
      tables.deletions[voiceID]?.dueAt = due
      tables.deletions[voiceID]?.attempts += 1
    }
  }

  package func count() async throws -> Int { tables.withLock { $0.deletions.count } }
}

extension MemoryCloneStore.Tables {
  fileprivate mutating func apply(_ change: CloneChange) throws {
    switch change.intent {
    case .open(let intent): intents[intent.id] = intent
    case .settle(let id, let status): intents[id]?.status = status
    case nil: break
    }
    guard let event = change.event else { return }
    let stored = clones[change.userID] ?? CloneRecord(userID: change.userID, updatedAt: change.at)
    if case .shared(let voiceID, _, _) = event, !isShared(voiceID, by: change.userID) {
      throw CloneTransitionRefused(state: stored.state.rawValue, event: "shared")
    }
    var machine = CloneStateMachine(stored)
    for effect in try machine.apply(event, at: change.at) {
      switch effect {
      case .retire(let voiceID): if !isShared(voiceID, by: change.userID) { enqueue(voiceID, at: change.at) }
      case .keep(let voiceID): deletions[voiceID] = nil
      }
    }
    clones[change.userID] = machine.clone
  }

  private func isShared(_ voiceID: String, by userID: String) -> Bool {
    clones.values.contains { $0.voiceID == voiceID && $0.userID != userID }
  }

  fileprivate mutating func enqueue(_ voiceID: String, at now: Date) {
    if deletions[voiceID] == nil { deletions[voiceID] = .init(queuedAt: now, dueAt: now) }
  }
}
