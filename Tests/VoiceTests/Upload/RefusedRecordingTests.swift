import Foundation
import Schemas
import TestSupport
import Testing

@Suite("Recordings that become no sample, and what their owner is told", .serialized)
struct RefusedRecordingTests {
  private static let made: [(code: String, file: String, arguments: [String])] = [
    ("AUDIO_TOO_SHORT", "short.ogg", ["-t", "20", "-c:a", "libopus"]),
    ("AUDIO_TOO_LONG", "long.flac", ["-af", "apad=pad_dur=12", "-ac", "1", "-ar", "22050"]),
    ("AUDIO_SILENT", "silent.flac", ["-af", "volume=0"]),
    ("AUDIO_CLIPPED", "clipped.wav", ["-af", "volume=20dB", "-ac", "1", "-ar", "22050", "-c:a", "pcm_s16le"]),
    ("AUDIO_NOT_SPEECH", "tone.mp3", ["-filter_complex", "sine=frequency=440:duration=40[tone]", "-map", "[tone]"]),
    ("PAYLOAD_TOO_LARGE", "large.wav", ["-ac", "2", "-ar", "96000", "-c:a", "pcm_s16le"]),
    ("PAYLOAD_TOO_LARGE", "large.mp3", ["-af", "apad=pad_dur=60", "-b:a", "320k"]),
    ("UNSUPPORTED_AUDIO", "film.ts", ["-c:a", "aac"]),
  ]

  @Test("Each refusal has its code, and nothing of it stays", arguments: made)
  func refuses(recording: (code: String, file: String, arguments: [String])) async throws {
    try await withLocalVoice { world in
      let path = try TestAudio.file(recording.file, recording.arguments)

      let refused = try await world.user("u").upload(path, of: "u")

      #expect(refused.error == recording.code, "\(refused.text)")
      #expect(refused.status == (recording.code == "PAYLOAD_TOO_LARGE" ? 413 : refused.status))
      #expect(try world.leftovers() == [])
    }
  }

  @Test("A recording that breaks off in the middle is unreadable")
  func refusesHalves() async throws {
    try await withLocalVoice { world in
      let whole = try TestAudio.bytes(TestAudio.clip("m4a"))
      let path = FileManager.default.temporaryDirectory.appending(path: "half-\(UUID().uuidString)").path
      defer { try? FileManager.default.removeItem(atPath: path) }
      try Data(whole.prefix(whole.count / 2)).write(to: URL(filePath: path))

      let refused = try await world.user("u").upload(path, of: "u")

      #expect(refused.error == "AUDIO_UNREADABLE" && refused.status == 422, "\(refused.text)")
      #expect(try world.leftovers() == [])
    }
  }

  @Test("A recording with a hole in the middle is unreadable, and its owner is told what to do")
  func refusesHoles() async throws {
    try await withLocalVoice { world in
      var damaged = try TestAudio.bytes(TestAudio.clip("mp3"))
      damaged.removeSubrange(damaged.count / 2..<damaged.count / 2 + 4096)
      let path = FileManager.default.temporaryDirectory.appending(path: "hole-\(UUID().uuidString)").path
      defer { try? FileManager.default.removeItem(atPath: path) }
      try Data(damaged).write(to: URL(filePath: path))

      let refused = try await world.user("u").upload(path, of: "u")

      #expect(refused.error == "AUDIO_UNREADABLE" && refused.status == 422, "\(refused.text)")
      #expect(refused.json["action"] == "Record again, or export the file anew.")
      #expect(try world.leftovers() == [])
    }
  }

  @Test("The length is configurable, and a client's figure that is more than two seconds off is reported")
  func followsTheConfiguration() async throws {
    try await withLocalVoice(["SAMPLE_MIN_SECONDS": "10", "SAMPLE_MAX_SECONDS": "20"]) { world in
      let client = try await world.user("u")
      let path = try TestAudio.file("fifteen.ogg", ["-t", "15", "-c:a", "libopus"])

      let near = try await client.upload(path, of: "u", fields: ["duration_seconds": "16.5"])
      let far = try await client.upload(path, of: "u", fields: ["duration_seconds": "18"])

      #expect(near.status == 200 && near.json["declared_duration"] == nil, "\(near.text)")
      #expect(far.json["declared_duration"]?.numberValue == 18)
      #expect(far.json["duration"]?.numberValue.map { abs($0 - 15) < 0.2 } == true)
      #expect(try await client.upload(TestAudio.clip("webm"), of: "u").error == "AUDIO_TOO_LONG")
    }
  }
}
