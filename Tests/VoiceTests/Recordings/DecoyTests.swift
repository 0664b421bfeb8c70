import Foundation
import OutboundHTTP
import Schemas
import TestSupport
import Testing

@Suite("Decoys", .serialized)
struct DecoyTests {
  private func upload(_ world: VoiceWorld, _ path: String, _ fields: [String: String] = [:]) async throws -> TestAnswer
  {
    var parts = [
      MultipartPart(name: "file", filename: "memo", contentType: "audio/webm", content: .file(path: path))
    ]
    for (name, value) in fields { parts.append(MultipartPart(name: name, content: .bytes(Array(value.utf8)))) }
    return try await world.user("u").send("POST", "/users/u/recordings", body: .multipart(parts))
  }

  @Test("Anything audible becomes a card with title and date, needs no consent and is never cloned")
  func adding() async throws {
    let tone = try TestAudio.file("tone.wav", ["-af", "aeval=0.3*sin(2*PI*300*t):c=same", "-t", "3", "-ac", "1"])
    let clock = try ManualClock()
    try await withLocalVoice(clock: clock.wallClock) { world in
      let client = try await world.user("u")

      let added = try await upload(world, tone, ["title": "Band practice", "date": "-3d", "time": "18:20"])

      #expect(added.status == 201, "\(added.text)")
      let card = try added.decode(RecordingAnswer.self)
      #expect(card.kind == .decoy && card.title == "Band practice" && card.date == "2026-11-19")
      #expect(card.time == "18:20" && card.durationSeconds > 1 && card.sizeBytes > 10_000 && !card.hasWaveform)
      #expect(card.state == nil && !card.isActiveSample && card.voiceCloneID == nil && card.voiceSource == nil)
      #expect(try await world.host.client.get(card.audioURL).bytes.count == card.sizeBytes)
      #expect(try await client.meta(of: "u").json["hasSample"] == false)

      clock.advance(by: .seconds(86_400))
      let nextDay = try await world.user("u")
      let list = try await nextDay.get("/users/u/recordings?kind=decoy").decode(RecordingsAnswer.self)
      #expect(list.recordings.map(\.date) == ["2026-11-20"])
      #expect(try await nextDay.delete("/users/u/recordings/\(card.id)").status == 204)
      let folder = "\(world.host.dataDirectory)/audio"
      #expect(try FileManager.default.contentsOfDirectory(atPath: "\(folder)/decoys").isEmpty)
      #expect(try world.leftovers() == [])
    }
  }

  @Test("What cannot be shown or heard is refused and leaves nothing")
  func refusing() async throws {
    try await withLocalVoice { world in
      let speech = try TestAudio.shortMP3()

      let fields = try await upload(
        world, speech, ["title": String(repeating: "x", count: 51), "date": "soon", "time": "25:00"])
      #expect(fields.status == 422 && fields.json["fields"]?.arrayValue?.count == 3)
      #expect(try await upload(world, speech, ["title": "two\nlines"]).status == 422)
      let blip = try TestAudio.file("blip.flac", ["-t", "0.2", "-ac", "1", "-sample_fmt", "s16"])
      #expect(try await upload(world, blip).json["message"]?.stringValue?.contains("0.5 to 900 seconds") == true)
      #expect(try await upload(world, "/etc/hostname").error == "UNSUPPORTED_AUDIO")
      #expect(try await world.user("u").post("/users/u/recordings", ["title": "x"]).status == 415)

      #expect(try world.leftovers() == [] && AudioFolder.blobs(in: world.host.dataDirectory).isEmpty)
    }
  }

  @Test("A short recording of speech is good enough for a decoy, with the date as its title")
  func short() async throws {
    try await withLocalVoice { world in
      let added = try await upload(world, TestAudio.shortMP3(), ["date": "2026-01-02"])

      #expect(added.status == 201, "\(added.text)")
      #expect(added.json["title"] == "2026-01-02")
    }
  }
}
