import Foundation
import Schemas
import Testing
import VoiceCore
import VoiceStorage

/// Every implementation that keeps clones, for the one suite that all of them pass.
enum CloneStoreKind: CaseIterable, Sendable {
  case memory, grdb

  func with(_ body: (any CloneStore, any DeletionQueue) async throws -> Void) async throws {
    switch self {
    case .memory:
      let store = MemoryCloneStore()
      try await body(store, store)
    case .grdb:
      try await withDatabase { try await body(GRDBCloneStore($0), GRDBDeletionQueue($0)) }
    }
  }
}

@Suite("Stores of clones")
struct CloneStoreTests {
  private let now = Date(milliseconds: 1_700_000_000_000)

  private func make(_ voiceID: String, _ intentID: String, in store: any CloneStore) async throws {
    let intent = CreationIntent(id: intentID, userID: "u", sampleHash: "h", createdAt: now)
    try await store.apply(
      CloneChange(userID: "u", event: .begun(intentID: intentID), intent: .open(intent), at: now))
    try await store.apply(
      CloneChange(
        userID: "u", event: .made(voiceID: voiceID, provider: "elevenlabs", sampleHash: "h", intentID: intentID),
        intent: .settle(id: intentID, .done), at: now))
  }

  @Test("What was made is read back, and its creation counts", arguments: CloneStoreKind.allCases)
  func roundTrip(kind: CloneStoreKind) async throws {
    try await kind.with { store, _ in
      try await make("v", "i", in: store)
      try await store.touch("u", at: now.addingTimeInterval(5))

      let clone = try #require(try await store.clone(of: "u"))
      #expect(clone.state == .ready && clone.voiceID == "v" && clone.provider == "elevenlabs")
      #expect(clone.lastPerformAt == now.addingTimeInterval(5))
      #expect(try await store.held().map(\.voiceID) == ["v"])
      #expect(try await store.creations(of: "u", since: now.addingTimeInterval(-1)) == [now])
      #expect(try await store.creations(of: "u", since: now) == [])
      #expect(try await store.unsettledIntents() == [])
      #expect(try await store.clone(of: "stranger") == nil)
    }
  }

  @Test("A refused creation counts and is remembered by its samples", arguments: CloneStoreKind.allCases)
  func refused(kind: CloneStoreKind) async throws {
    try await kind.with { store, _ in
      for (id, status) in [("1", CreationIntent.Status.failed), ("2", .refused)] {
        let intent = CreationIntent(id: id, userID: "u", sampleHash: "h\(id)", createdAt: now)
        try await store.apply(CloneChange(userID: "u", event: .begun(intentID: id), intent: .open(intent), at: now))
        try await store.apply(
          CloneChange(userID: "u", event: .failed(intentID: id), intent: .settle(id: id, status), at: now))
      }

      #expect(try await store.creations(of: "u", since: now.addingTimeInterval(-1)).count == 1)
      #expect(try await store.hasRefused("h2", of: "u"))
      for (hash, user) in [("h1", "u"), ("h2", "w")] { #expect(try await !store.hasRefused(hash, of: user)) }
    }
  }

  @Test("A voice is shared only while somebody holds it, and is then not deleted", arguments: CloneStoreKind.allCases)
  func takingPart(kind: CloneStoreKind) async throws {
    try await kind.with { store, queue in
      let shared = CloneChange(
        userID: "w", event: .shared(voiceID: "v", provider: "elevenlabs", sampleHash: "h"), at: now)
      try await make("v", "i", in: store)
      try await queue.enqueue("v", at: now)

      #expect(try await store.applyIfFitting(shared))
      #expect(try await queue.count() == 0)

      for user in ["w", "u"] { try await store.apply(CloneChange(userID: user, event: .removed, at: now)) }
      #expect(try await !store.applyIfFitting(shared))
      #expect(try await store.clone(of: "w")?.voiceID == nil)
      #expect(try await queue.due(at: now, limit: 9).map(\.voiceID) == ["v"])
    }
  }

  @Test("A replaced voice is in the deletion queue in the same step", arguments: CloneStoreKind.allCases)
  func replacement(kind: CloneStoreKind) async throws {
    try await kind.with { store, queue in
      try await make("old", "1", in: store)
      try await make("new", "2", in: store)

      #expect(try await queue.due(at: now, limit: 9) == [PendingDeletion(voiceID: "old", attempts: 0)])
    }
  }

  @Test("A refused event leaves everything as it was, the intent included", arguments: CloneStoreKind.allCases)
  func refusal(kind: CloneStoreKind) async throws {
    try await kind.with { store, queue in
      try await make("v", "1", in: store)
      let before = try await store.clone(of: "u")

      await #expect(throws: CloneTransitionRefused.self) {
        try await store.apply(
          CloneChange(userID: "u", event: .failed(intentID: "2"), intent: .settle(id: "1", .failed), at: now))
      }

      #expect(try await store.clone(of: "u") == before)
      #expect(try await store.creations(of: "u", since: .distantPast).count == 1)
      #expect(try await queue.count() == 0)
    }
  }

  @Test("Creations whose end is not known are found again", arguments: CloneStoreKind.allCases)
  func unsettled(kind: CloneStoreKind) async throws {
    try await kind.with { store, _ in
      let intent = CreationIntent(id: "i", userID: "u", sampleHash: "h", createdAt: now)
      try await store.apply(CloneChange(userID: "u", event: .begun(intentID: "i"), intent: .open(intent), at: now))
      #expect(try await store.unsettledIntents() == [intent])

      try await store.apply(
        CloneChange(userID: "u", event: .failed(intentID: "i"), intent: .settle(id: "i", .uncertain), at: now))
      #expect(try await store.unsettledIntents().map(\.status) == [.uncertain])

      try await store.apply(CloneChange(userID: "u", event: nil, intent: .settle(id: "i", .abandoned), at: now))
      #expect(try await store.unsettledIntents() == [])
    }
  }

  @Test("The deletion queue keeps a voice once, until it is finished", arguments: CloneStoreKind.allCases)
  func deletions(kind: CloneStoreKind) async throws {
    try await kind.with { _, queue in
      try await queue.enqueue("v", at: now)
      try await queue.enqueue("v", at: now.addingTimeInterval(1))
      try await queue.postpone("v", until: now.addingTimeInterval(10))

      #expect(try await queue.due(at: now.addingTimeInterval(9), limit: 9) == [])
      #expect(try await queue.due(at: now.addingTimeInterval(10), limit: 9).map(\.attempts) == [1])
      #expect(try await queue.count() == 1)
      try await queue.finish("v")
      #expect(try await queue.count() == 0)
    }
  }

  @Test("A shared voice is queued for deletion only when its last speaker leaves", arguments: CloneStoreKind.allCases)
  func sharing(kind: CloneStoreKind) async throws {
    try await kind.with { store, queue in
      try await make("v", "i", in: store)
      let shared = CloneEvent.shared(voiceID: "v", provider: "elevenlabs", sampleHash: "h")
      #expect(try await store.voice(madeFrom: "h", besides: "u") == nil)
      #expect(try await store.voice(madeFrom: "h", besides: "w")?.id == "v")
      try await store.apply(CloneChange(userID: "w", event: shared, at: now))

      try await store.apply(CloneChange(userID: "u", event: .removed, at: now))
      #expect(try await queue.count() == 0)
      try await store.apply(CloneChange(userID: "w", event: .removed, at: now))

      #expect(try await queue.due(at: now, limit: 9).map(\.voiceID) == ["v"])
    }
  }

  @Test("Stubs are found, the one used last first", arguments: CloneStoreKind.allCases)
  func stubs(kind: CloneStoreKind) async throws {
    try await kind.with { store, _ in
      try await make("v", "i", in: store)
      for user in ["a", "b", "c"] {
        let stubbed = CloneEvent.stubbed(voiceID: "local_\(user)", sampleHash: "h")
        try await store.apply(CloneChange(userID: user, event: stubbed, at: now))
      }
      try await store.touch("b", at: now.addingTimeInterval(1))

      #expect(try await store.stubs().map(\.userID) == ["b", "a", "c"])
    }
  }
}
