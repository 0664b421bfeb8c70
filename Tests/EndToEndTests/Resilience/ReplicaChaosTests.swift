import OutboundHTTP
import ProviderEmulator
import Schemas
import ServiceClients
import ServiceHTTP
import ServiceHost
import Synchronization
import TestSupport
import Testing

/// Replicas of perform that die while clients listen.
@Suite(.serialized) struct ReplicaChaosTests {
  @Test("While replicas are killed again and again every key ends as one whole note, charged once, kept once")
  func chaos() async throws {
    try await withReplicas { replicas in
      replicas.deployment.emulator.state.update { $0.latency.speechPerCharacterMicroseconds = 4_000 }
      let end = ContinuousClock.now + Long.seconds(15, long: 180)

      let killer = Task {
        var turn = 0
        while ContinuousClock.now < end {
          try await Task.sleep(for: .seconds(2))
          try await replicas.crash(Replicas.names[turn % 2])
          turn += 1
        }
      }
      let notes = try await Self.performUntil(end, replicas)
      try await killer.value

      let charged = try await replicas.performer.charCount()
      #expect(notes.count >= 4)
      #expect(charged == notes.values.map(\.charged).reduce(0, +))
      let listed = try await replicas.performer.allNotes()
      #expect(Set(listed) == Set(notes.values.map(\.recordingID)) && listed.count == notes.count)
      for (key, note) in notes {
        let again = try await replicas.wholeNote(key: key)
        #expect(again.bytes == note.bytes, "\(key)")
      }
      #expect(try await replicas.performer.charCount() == charged)
    }
  }

  @Test("A replica that is told to stop finishes what it streams")
  func drained() async throws {
    try await withReplicas { replicas in
      replicas.deployment.emulator.state.script(
        Fault(.speechStream) {
          $0.chunkDelayMs = 50
          $0.chunkBytes = 2048
        })
      await replicas.deployment.programs.kill("perform-2")
      let response = try await replicas.open(key: "drained")

      async let stopped = replicas.deployment.programs.stop("perform")
      let bytes = try await response.body.collect(upTo: 1 << 22)

      #expect(response.status == 200 && bytes.count > 20_000)
      #expect(await stopped)
      try await replicas.deployment.programs.restart("perform")
      #expect(try await replicas.wholeNote(key: "drained").bytes == bytes)
    }
  }

  @Test(
    "Whichever service is killed while a note is spoken, its key gives one whole note, charged once",
    arguments: [ServiceName.auth, .voice, .billing, .perform])
  func killedInTheMiddle(service: ServiceName) async throws {
    try await withReplicas { replicas in
      replicas.deployment.emulator.state.script(
        Fault(.speechStream) {
          $0.chunkDelayMs = 40
          $0.chunkBytes = 2048
        })
      await replicas.deployment.programs.kill("perform-2")
      let response = try await replicas.open(key: "k")
      var heard: [UInt8] = []
      for try await chunk in response.body where !chunk.isEmpty {
        heard += chunk
        break
      }

      try await replicas.crash(service.rawValue)
      let outcome = try? await response.body.collect(upTo: 1 << 22)
      let note = try await replicas.wholeNote(key: "k")

      if let rest = outcome { #expect(heard + rest == note.bytes) }
      #expect(try await replicas.performer.charCount() == note.charged)
      #expect(try await replicas.performer.allNotes() == [note.recordingID])
    }
  }

  private static func performUntil(
    _ end: ContinuousClock.Instant, _ replicas: Replicas
  ) async throws -> [String: DeliveredNote] {
    try await withThrowingTaskGroup(of: [String: DeliveredNote].self) { group in
      for client in 0..<4 {
        group.addTask {
          var notes: [String: DeliveredNote] = [:]
          while ContinuousClock.now < end {
            let key = "\(client)-\(notes.count)"
            notes[key] = try await replicas.wholeNote(key: key)
          }
          return notes
        }
      }
      return try await group.reduce(into: [:]) { $0.merge($1) { $1 } }
    }
  }
}

extension Replicas {
  fileprivate func open(key: String) async throws -> OutboundResponse {
    let body: JSONValue = ["routine_type": "custom", "value": .string("Lara \(key)")]
    return try await client.open(
      "POST", "/perform", body: .bytes(try WireJSON.encode(body)),
      headers: ["Accept": "audio/mpeg", "Idempotency-Key": key, "Content-Type": "application/json"])
  }
}

extension Performer {
  /// Ids of every note in the list, page by page.
  func allNotes() async throws -> [String] {
    var ids: [String] = []
    var cursor: String?
    repeat {
      let query = cursor.map { "&cursor=\($0)" } ?? ""
      let page = try await client.get("/users/\(id)/recordings?kind=note&limit=100\(query)").decode(
        RecordingsAnswer.self)
      ids += page.recordings.map(\.id)
      cursor = page.nextCursor
    } while cursor != nil
    return ids
  }
}
