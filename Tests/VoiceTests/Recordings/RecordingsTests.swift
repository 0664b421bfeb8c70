import Foundation
import OutboundHTTP
import Schemas
import ServiceClients
import TestSupport
import Testing

@Suite("All Recordings", .serialized)
struct RecordingsTests {
  private let mp3: [UInt8]

  init() throws {
    mp3 = try TestAudio.bytes(TestAudio.shortMP3())
  }

  @Test("A delivered note is listed with title and date as shown, and plays by its link alone")
  func listing() async throws {
    let clock = try ManualClock()
    try await withLocalVoice(clock: clock.wallClock) { world in
      _ = try await world.perform.deliver(.sample("p"), mp3)
      let client = try await world.user("u")

      let list = try await client.get("/users/u/recordings").decode(RecordingsAnswer.self)

      let row = try #require(list.recordings.first)
      #expect(list.recordings.count == 1 && list.nextCursor == nil)
      #expect(row.kind == .note && row.title == "Groceries" && row.date == "2026-11-21" && row.time == "07:30")
      #expect(abs(row.durationSeconds - 2) < 0.1 && row.sizeBytes == mp3.count)
      #expect(row.voiceCloneID == "local_01" && row.voiceSource == .localMatched && row.routineType == "cards")
      let audio = try await world.host.client.get(row.audioURL)
      #expect(audio.status == 200 && audio.bytes == mp3)
      clock.advance(by: .seconds(901))
      #expect(try await world.host.client.get(row.audioURL).error == "SIGNATURE_INVALID")
      #expect(!world.host.logs.lines.contains { $0.contains("signature") || $0.contains("Groceries") })
    }
  }

  @Test("Audio is served in ranges, with an ETag that saves a transfer")
  func ranges() async throws {
    try await withLocalVoice { world in
      let note = try await world.perform.deliver(.sample("p"), mp3)
      let client = try await world.user("u")
      let path = "/users/u/recordings/\(note.recordingID)/audio"

      let part = try await client.get(path, headers: ["Range": "bytes=10-19"])
      #expect(part.status == 206 && part.bytes == Array(mp3[10..<20]))
      #expect(part.headers["Content-Range"] == "bytes 10-19/\(mp3.count)")
      #expect(part.headers["Content-Type"] == "audio/mpeg" && part.headers["Accept-Ranges"] == "bytes")

      let beyond = try await client.get(path, headers: ["Range": "bytes=9999999-"])
      #expect(beyond.status == 416 && beyond.error == "RANGE_NOT_SATISFIABLE")
      #expect(beyond.headers["Content-Range"] == "bytes */\(mp3.count)")

      let etag = try #require(part.headers["ETag"])
      #expect(try await client.get(path, headers: ["If-None-Match": etag]).status == 304)
      #expect(try await client.get(path, headers: ["Range": "bytes=0-0", "If-Range": "\"other\""]).status == 200)
      #expect(try await client.get("/users/u/recordings/unknown/audio").error == "RECORDING_NOT_FOUND")
      #expect(try await world.host.client.get(path).error == "SIGNATURE_INVALID")
      #expect(try await world.user("stranger").get(path).status == 403)
    }
  }

  @Test("Rows are filtered, searched and paged; a bad parameter is named")
  func querying() async throws {
    try await withLocalVoice(samples: [SeededSample("u")]) { world in
      for (id, date) in [("a", "2020-01-01"), ("b", "2020-01-02"), ("c", "2020-01-03")] {
        _ = try await world.perform.deliver(.sample(id, title: "Note \(id)", date: date), mp3)
      }
      let client = try await world.user("u")
      var titles: [String] = []
      var path: String? = "/users/u/recordings?kind=note&limit=2"

      while let current = path {
        let page = try await client.get(current).decode(RecordingsAnswer.self)
        titles += page.recordings.map(\.title)
        path = page.nextCursor.map {
          "/users/u/recordings?kind=note&limit=2&cursor=\($0)"
        }
      }

      #expect(titles == ["Note c", "Note b", "Note a"])
      let found = try await client.get("/users/u/recordings?q=note%20B").decode(RecordingsAnswer.self)
      #expect(found.recordings.map(\.title) == ["Note b"])
      let bad = try await client.get("/users/u/recordings?kind=x&limit=0&cursor=y")
      #expect(bad.status == 422 && bad.json["fields"]?.arrayValue?.count == 3)
    }
  }

  @Test("A search is decoded once, as forms write it")
  func searching() async throws {
    try await withLocalVoice { world in
      for (id, title) in [("a", "cards+aces"), ("b", "cards aces"), ("c", "cards%2Baces")] {
        _ = try await world.perform.deliver(.sample(id, title: title), mp3)
      }
      let client = try await world.user("u")
      let found = { (query: String) in
        try await client.get("/users/u/recordings?limit=9&q=\(query)").decode(RecordingsAnswer.self)
          .recordings.map(\.title)
      }

      #expect(try await found("cards%2Baces") == ["cards+aces"])
      #expect(try await found("cards+aces") == ["cards aces"])
      #expect(try await found("cards%20aces") == ["cards aces"])
      #expect(try await found("cards%252Baces") == ["cards%2Baces"])
    }
  }

  @Test("A title is one line; white space at its ends goes")
  func titles() async throws {
    try await withLocalVoice { world in
      let note = try await world.perform.deliver(.sample("p", title: " two\nlines\u{0} "), mp3)
      let client = try await world.user("u")
      let path = "/users/u/recordings/\(note.recordingID)"
      #expect(try await client.get(path).json["title"] == "two lines")

      for title in ["a\nb", "a\rb", "a\u{0}b", "a\u{2028}b", "a\u{7}"] {
        let refused = try await client.patch(path, ["title": .string(title)])
        #expect(refused.status == 422, "\(refused.text)")
      }
      #expect(try await client.patch(path, ["title": "  👩‍🚀 Call mum\t"]).json["title"] == "👩‍🚀 Call mum")
    }
  }

  @Test("A recording is renamed, re-dated and deleted")
  func changing() async throws {
    try await withLocalVoice { world in
      let note = try await world.perform.deliver(.sample("p"), mp3)
      let client = try await world.user("u")
      let path = "/users/u/recordings/\(note.recordingID)"

      let changed = try await client.patch(path, ["title": "Call mum", "date": "2024-05-06", "time": nil])
      #expect(changed.json["title"] == "Call mum" && changed.json["date"] == "2024-05-06")
      #expect(changed.json["time"] == .null)
      let refused = try await client.patch(path, ["date": "soon", "time": "99:99"])
      #expect(refused.status == 422 && refused.json["fields"]?.arrayValue?.count == 2)
      #expect(try await client.patch(path, ["colour": "red"]).status == 422)

      #expect(try await client.delete(path).status == 204)
      #expect(try await client.get(path).status == 404)
      #expect(try await client.delete(path).error == "RECORDING_NOT_FOUND")
      #expect(try await world.perform.note("p")?.state == .confirmed)
      let left = try FileManager.default.contentsOfDirectory(atPath: "\(world.host.dataDirectory)/audio/notes")
      #expect(left.isEmpty)
    }
  }
}
