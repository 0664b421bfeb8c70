import OutboundHTTP
import Schemas
import TestSupport
import Testing

/// Names as clients read them: spelled out here, so that a renamed one is noticed.
@Suite("The names that a performance has on the wire")
struct PerformanceWireTests {
  @Test("The JSON form")
  func json() async throws {
    try await withTheatre { theatre in
      let json = try await theatre.perform("Lara").json

      #expect(
        json.names == [
          "routine_type", "text", "audio_base64", "audio_url", "recording_id", "performance_id", "filename",
          "duration_seconds", "charCount", "monthlyLimit", "voiceSource", "textSource", "charsUsedRaw",
          "charsUsedEffective", "model", "timings", "provenance",
        ])
      let note = try #require(theatre.voice.onlyNote)
      let usage = try await theatre.usage()
      #expect(json["routine_type"] == "custom" && json["model"] == "eleven_turbo_v2_5")
      #expect(json["recording_id"]?.stringValue == note.recordingID)
      #expect(json["performance_id"]?.stringValue == note.opening.performanceID)
      #expect(json["duration_seconds"]?.numberValue == Double(note.audio.count) / 16_000)
      #expect(json["charCount"]?.numberValue == Double(usage.charCount))
      #expect(json["monthlyLimit"]?.numberValue == Double(usage.monthlyLimit))
      #expect(json["timings"]?["total"]?.numberValue.map { $0 > 0 } == true)
    }
  }

  @Test("The stream's headers tell the characters as the text has them and as they are charged")
  func stream() async throws {
    try await withTheatre { theatre in
      let response = try await theatre.stream()
      _ = try await response.body.collect(upTo: 1 << 22)

      let kept = try #require(theatre.voice.onlyNote?.answer)
      let answer = try WireJSON.decode(PerformAnswer.self, from: Array(kept.utf8))
      #expect(response.headers["X-Chars-Used-Raw"] == String(answer.text.unicodeScalars.count))
      #expect(response.headers["X-Chars-Used-Effective"] == String(answer.charsUsedEffective))
      #expect(answer.charsUsedEffective < answer.text.unicodeScalars.count, "this model is half the price")
    }
  }

  @Test("The accepted form")
  func accepted() async throws {
    try await withTheatre { theatre in
      let answer = try await theatre.perform("Lara", headers: ["Prefer": "respond-async"])

      #expect(answer.json.names == ["performance_id", "recording_id", "stream_url", "audio_url"])
      #expect(answer.header("Preference-Applied") == "respond-async")
    }
  }

  @Test("The menu")
  func menu() async throws {
    try await withTheatre { theatre in
      let routines = try await theatre.anna.get("/routines").json["routines"]?.arrayValue ?? []
      let input = { (id: String) in routines.first { $0["id"]?.stringValue == id }?["input"] }

      #expect(routines.allSatisfy { $0.names == ["id", "titles", "input"] } && !routines.isEmpty)
      #expect(input("cards")?.names == ["kind", "choices", "allows_other", "max_length"])
      #expect(input("numbers") == ["kind": "number", "minimum": 0, "maximum": 1_000_000])
      #expect(input("custom") == ["kind": "text", "max_length": 200])
    }
  }
}

extension JSONValue {
  fileprivate var names: Set<String> {
    if case .object(let members) = self { Set(members.keys) } else { [] }
  }
}
