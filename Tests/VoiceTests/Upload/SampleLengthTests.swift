import Foundation
import Schemas
import TestSupport
import Testing

@Suite("How long a recording may be", .serialized)
struct SampleLengthTests {
  private static let settings = [
    "RATE_LIMIT_VOICE_UPLOAD": "1000/60000", "RATE_LIMIT_VOICE_UPLOAD_IP": "1000/60000",
  ]

  private static let forms: [(name: String, arguments: [String])] = [
    ("exact.wav", ["-ar", "16000"]), ("exact-48.flac", ["-ar", "48000", "-sample_fmt", "s16"]),
    ("exact.mp3", ["-b:a", "96k"]), ("exact-bare.mp3", ["-b:a", "96k", "-write_xing", "0", "-id3v2_version", "0"]),
    ("exact.m4a", ["-c:a", "aac"]), ("exact-fast.m4a", ["-c:a", "aac", "-movflags", "+faststart"]),
    ("exact-parts.mp4", ["-c:a", "aac", "-movflags", "+frag_keyframe+empty_moov", "-frag_duration", "1000000"]),
    ("exact-slow.mp4", ["-c:a", "aac", "-ar", "22050", "-movflags", "+frag_keyframe+empty_moov"]),
    ("exact.aac", ["-c:a", "aac"]), ("exact.ogg", ["-c:a", "libopus"]), ("exact.webm", ["-c:a", "libopus"]),
  ]

  @Test("Exactly the longest and the shortest pass in every format", arguments: forms)
  func exact(form: (name: String, arguments: [String])) async throws {
    try await withLocalVoice(Self.settings) { world in
      let client = try await world.user("u")
      for seconds in [30, 60] {
        let length = ["-af", "apad=whole_dur=\(seconds)", "-t", "\(seconds)", "-ac", "1"]
        let path = try TestAudio.file("\(seconds)-\(form.name)", length + form.arguments)

        let answer = try await client.upload(path, of: "u")

        #expect(answer.status == 200, "\(seconds) s as \(form.name): \(answer.text)")
        #expect(answer.json["duration"]?.numberValue.map { abs($0 - Double(seconds)) < 0.15 } == true)
      }
    }
  }

  @Test("Half a second more or less does not pass, and the limits that hold are named")
  func beyond() async throws {
    let limits = ["SAMPLE_MIN_SECONDS": "5", "SAMPLE_MAX_SECONDS": "8"]
    try await withLocalVoice(Self.settings.merging(limits) { $1 }) { world in
      let client = try await world.user("u")
      for (seconds, code) in [("4.5", "AUDIO_TOO_SHORT"), ("8.5", "AUDIO_TOO_LONG")] {
        let path = try TestAudio.file("beyond-\(seconds).flac", ["-t", seconds, "-ac", "1", "-sample_fmt", "s16"])

        let refused = try await client.upload(path, of: "u")

        #expect(refused.error == code, "\(refused.text)")
        let message = refused.json["message"]?.stringValue ?? ""
        #expect(message.contains("5 to 8 seconds") && !message.contains("30"), "\(refused.text)")
      }
    }
  }

  @Test("What telephones and players write is read too: A-law, mu-law, and AAC behind a tag")
  func rare() async throws {
    let tag = Array("ID3".utf8) + [4, 0, 0, 0, 0, 1, 0] + [UInt8](repeating: 0, count: 128)
    let aac = try tag + TestAudio.bytes(TestAudio.file("rare.aac", ["-t", "40", "-ac", "1", "-c:a", "aac"]))
    let tagged = FileManager.default.temporaryDirectory.appending(path: "tagged-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: tagged) }
    try Data(aac).write(to: URL(filePath: tagged))
    let telephone = try ["mulaw", "alaw"].map {
      try TestAudio.file("\($0).wav", ["-t", "40", "-ac", "1", "-ar", "8000", "-c:a", "pcm_\($0)"])
    }
    try await withLocalVoice(Self.settings) { world in
      for path in telephone + [tagged] {
        let answer = try await world.user("u").upload(path, of: "u")

        #expect(answer.status == 200, "\(path): \(answer.text)")
      }
    }
  }
}
