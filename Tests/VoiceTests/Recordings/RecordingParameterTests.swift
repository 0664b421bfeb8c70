import Foundation
import OutboundHTTP
import ProviderEmulator
import Schemas
import ServiceClients
import TestSupport
import Testing

@Suite("What may be asked of All Recordings, and what a row says", .serialized)
struct RecordingParameterTests {
  private func fields(_ answer: TestAnswer) -> [String] {
    (answer.json["fields"]?.arrayValue ?? []).compactMap { $0["field"]?.stringValue }
  }

  @Test("Bounds are inclusive; what lies beyond them is named")
  func bounds() async throws {
    try await withLocalVoice { world in
      let client = try await world.user("u")
      let path = "/users/u/recordings"
      let longest = String(repeating: "q", count: 100)

      for query in ["limit=1", "limit=200", "q=\(longest)", "q=", "kind=sample", "state=active", "state=historical"] {
        #expect(try await client.get("\(path)?\(query)").status == 200, "\(query)")
      }
      for (query, field) in [
        ("limit=0", "limit"), ("limit=201", "limit"), ("limit=-1", "limit"), ("limit=x", "limit"),
        ("kind=memo", "kind"),
        ("state=promoted", "state"), ("q=\(longest)q", "q"), ("cursor=", "cursor"), ("cursor=YWJj", "cursor"),
      ] {
        let refused = try await client.get("\(path)?\(query)")
        #expect(refused.status == 422 && fields(refused) == [field], "\(query): \(refused.text)")
      }
    }
  }

  @Test("A cursor that was changed is refused or leads to rows of the same user only")
  func cursors() async throws {
    let mp3 = try TestAudio.bytes(TestAudio.shortMP3())
    try await withLocalVoice { world in
      for id in ["a", "b", "c"] { _ = try await world.perform.deliver(.sample(id), mp3) }
      _ = try await world.perform.deliver(.sample("foreign", of: "w"), mp3)
      let client = try await world.user("u")
      let first = try await client.get("/users/u/recordings?limit=1").decode(RecordingsAnswer.self)
      let own = try await client.get("/users/u/recordings").decode(RecordingsAnswer.self).recordings.map(\.id)
      let cursor = try #require(first.nextCursor)

      for place in cursor.indices {
        let changed = cursor.replacingCharacters(in: place...place, with: cursor[place] == "A" ? "B" : "A")
        let answer = try await client.get("/users/u/recordings?cursor=\(changed)")
        let rows = try answer.status == 200 ? answer.decode(RecordingsAnswer.self).recordings.map(\.id) : []
        #expect((answer.status == 200 || fields(answer) == ["cursor"]) && Set(rows).isSubset(of: own))
      }
      #expect(try await world.user("w").get("/users/u/recordings?cursor=\(cursor)").status == 403)
    }
  }

  @Test("A row has every field of its contract, whatever its kind")
  func rows() async throws {
    try await withLocalVoice(samples: [SeededSample("u")]) { world in
      _ = try await world.perform.deliver(.sample("p"), TestAudio.bytes(TestAudio.shortMP3()))
      let parts = [
        MultipartPart(
          name: "file", filename: "m", contentType: "audio/mpeg", content: .file(path: try TestAudio.shortMP3()))
      ]
      let client = try await world.user("u")
      #expect(try await client.send("POST", "/users/u/recordings", body: .multipart(parts)).status == 201)
      let common: Set<String> = [
        "id", "kind", "title", "date", "time", "created_at", "duration_seconds", "size_bytes", "mime", "state",
        "clone_state", "is_active_sample", "is_current_clone", "voice_clone_id", "voiceSource", "has_waveform",
        "audio_url",
      ]

      let rows = try #require(try await client.get("/users/u/recordings").json["recordings"]?.arrayValue)

      #expect(Set(rows.compactMap { $0["kind"]?.stringValue }) == ["sample", "note", "decoy"])
      for row in rows {
        let isNote = row["kind"] == "note"
        guard case .object(let members) = row else { throw NeverHappened(what: "a row that is an object") }
        #expect(Set(members.keys) == common.union(isNote ? ["routine_type"] : []))
      }
    }
  }

  @Test("A title has 1 to 50 characters; cleared, the date stands for it, and the id for the date")
  func titles() async throws {
    let mp3 = try TestAudio.bytes(TestAudio.shortMP3())
    try await withLocalVoice { world in
      let note = try await world.perform.deliver(.sample("p", date: "2024-05-06"), mp3)
      let client = try await world.user("u")
      let path = "/users/u/recordings/\(note.recordingID)"

      for title in ["", String(repeating: "x", count: 51)] {
        let refused = try await client.patch(path, ["title": .string(title)])
        #expect(fields(refused) == ["title"])
      }
      let longest = String(repeating: "ü", count: 50)
      #expect(try await client.patch(path, ["title": .string(longest)]).json["title"] == .string(longest))
      #expect(try await client.patch(path, ["title": nil]).json["title"] == "2024-05-06")
      #expect(try await client.patch(path, ["date": nil]).json["title"] == .string(note.recordingID))
      #expect(try await world.user("w").patch(path, ["title": "x"]).status == 403)
      #expect(try await client.patch("/users/u/recordings/unknown", ["title": "x"]).error == "RECORDING_NOT_FOUND")
    }
  }

  @Test("At most three samples make a voice together; a fourth is refused and changes nothing")
  func samples() async throws {
    let samples = (0..<4).map { SeededSample("u", hash: "a\($0)", second: $0 * 3) }
    try await withCloningVoice(samples: samples) { world in
      let client = try await world.user("u")
      let older = try await client.get("/users/u/recordings?state=historical").decode(RecordingsAnswer.self).recordings
      try #require(older.count == 3)

      for row in older.prefix(2) {
        #expect(try await client.patch("/users/u/recordings/\(row.id)", ["is_active": true]).status == 200)
      }
      let fourth = try await client.patch("/users/u/recordings/\(older[2].id)", ["is_active": true])
      #expect(fields(fourth) == ["is_active"])

      #expect(try await client.makeClone(of: "u").status == 200)
      #expect(world.provider?.snapshot.ownVoices.map(\.samples.count) == [3])
      let active = try await client.get("/users/u/recordings?state=active").decode(RecordingsAnswer.self).recordings
      #expect(active.count == 3 && active.allSatisfy { $0.isActiveSample && $0.isCurrentClone })
    }
  }
}
