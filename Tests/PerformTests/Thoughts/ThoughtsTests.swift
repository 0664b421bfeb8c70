import Foundation
import ProviderEmulator
import Schemas
import TestSupport
import Testing

@Suite("Thoughts for older clients")
struct ThoughtsTests {
  private static let body: JSONValue = ["topic": "fear", "value": "Lara"]

  @Test("A thought holds the value, not the topic, and costs nothing")
  func thought() async throws {
    try await withTheatre(environment: ["GOOGLE_API_KEY": EmulatorOptions.geminiKey]) { theatre in
      let thought = try await theatre.anna.post("/generate-thought", Self.body).decode(ThoughtAnswer.self).thought

      #expect(thought.contains("Lara") && !thought.contains("fear") && (80...120).contains(thought.count))
      #expect(try await theatre.usage().remaining == theatre.usage().monthlyLimit)
      #expect(theatre.emulator.state.calls(.generate) == 1)
      #expect(theatre.emulator.state.calls(.speechStream) == 0)
    }
  }

  @Test("A thought is written while the text provider is down, too")
  func offline() async throws {
    try await withTheatre { theatre in
      let answer = try await theatre.anna.post("/generate-thought", ["value": "Lara"])

      #expect(answer.status == 200)
      #expect(try answer.decode(ThoughtAnswer.self).thought.contains("Lara"))
    }
  }

  @Test("Audio is a performance: charged, stored, and repeated under its key without another charge")
  func audio() async throws {
    try await withTheatre { theatre in
      let key = ["Idempotency-Key": "audio-1"]
      let first = try await theatre.anna.post("/generate-audio", Self.body, headers: key)
      try #require(first.status == 200, "\(first.text)")
      let performed = try first.decode(ThoughtAudioAnswer.self)
      let charged = try await theatre.usage().charCount
      let again = try await theatre.anna.post("/generate-audio", Self.body, headers: key).decode(
        ThoughtAudioAnswer.self)

      #expect(performed.text.contains("Lara"))
      #expect(Data(base64Encoded: performed.audioBase64)?.isEmpty == false)
      #expect(performed.filename == (theatre.voice.onlyNote?.recordingID ?? "") + ".mp3")
      #expect(charged > 0)
      #expect(again == performed)
      #expect(try await theatre.usage().charCount == charged)
    }
  }

  @Test(
    "What cannot be thought of is refused by name", arguments: ["/generate-thought", "/generate-audio"],
    [["value": "a\u{7}b"], ["value": "Lara", "topic": "\u{202E}x"]] as [JSONValue])
  func refused(path: String, body: JSONValue) async throws {
    try await withTheatre { theatre in
      let answer = try await theatre.anna.post(path, body)

      #expect(answer.status == 422 && answer.error == "INVALID_VALUE", "\(answer.text)")
    }
  }

  @Test("Neither route answers without a user", arguments: ["/generate-thought", "/generate-audio"])
  func anonymous(path: String) async throws {
    try await withTheatre { theatre in
      let answer = try await theatre.perform.client.post(path, Self.body)

      #expect(answer.status == 401)
    }
  }

  @Test(
    "Thoughts and their audio are limited as performances are", arguments: ["/generate-thought", "/generate-audio"])
  func limited(path: String) async throws {
    try await withTheatre(environment: ["RATE_LIMIT_PERFORM": "1/1"]) { theatre in
      let first = try await theatre.anna.post(path, Self.body)
      let second = try await theatre.anna.post(path, Self.body)

      #expect(first.status == 200)
      #expect(second.status == 429 && second.error == "RATE_LIMITED")
    }
  }
}
