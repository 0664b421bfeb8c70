import Foundation
import TestSupport
import Testing

@Suite("Hostile uploads", .serialized)
struct HostileUploadTests {
  /// `VOICEMEMOS_TEST_LONG=1` sends 1 000.
  private static let count = isLong ? 1000 : 60
  private static let isLong = ProcessInfo.processInfo.environment["VOICEMEMOS_TEST_LONG"] == "1"

  private static let settings = [
    "SAMPLE_MIN_SECONDS": "2", "RATE_LIMIT_VOICE_UPLOAD": "100000/100000",
    "RATE_LIMIT_VOICE_UPLOAD_IP": "100000/100000",
  ]

  private static let codes: Set<String> = [
    "AUDIO_TOO_SHORT", "AUDIO_TOO_LONG", "AUDIO_SILENT", "AUDIO_CLIPPED", "AUDIO_NOT_SPEECH", "AUDIO_UNREADABLE",
    "UNSUPPORTED_AUDIO", "PAYLOAD_TOO_LARGE",
  ]

  @Test("Damaged files are refused with a code or become samples, and leave no file, no process and no harm behind")
  func survivesDamage() async throws {
    try await withLocalVoice(Self.settings) { world in
      let client = try await world.user("u")
      var counts: [String: Int] = [:]
      for seed in 0..<UInt64(Self.count) {
        let answer = try await upload(DamagedFile(seed: seed).bytes, client)

        counts[answer.error ?? "\(answer.status)", default: 0] += 1
        let isKnown = answer.status == 200 || (answer.error.map(Self.codes.contains) ?? false)
        #expect(isKnown, "seed \(seed): \(answer.status) \(answer.text)")
      }
      print(
        "hostile uploads:",
        counts.sorted { $0.value > $1.value }.map { "\($0.value) \($0.key)" }.joined(separator: ", "))
      try await expectUnharmed(world)
    }
  }

  @Test(
    "A long silence in a small file is cut off at the limit",
    arguments: [
      ("bomb.flac", 3600, ["-c:a", "flac"]), ("bomb.ogg", isLong ? 3600 : 240, ["-c:a", "libopus", "-b:a", "500"]),
    ])
  func survivesBombs(bomb: (name: String, seconds: Int, arguments: [String])) async throws {
    try await withLocalVoice { world in
      let silence = ["-filter_complex", "anullsrc=r=8000:cl=mono:d=\(bomb.seconds)[bomb]", "-map", "[bomb]"]
      let path = try TestAudio.file(bomb.name, silence + bomb.arguments)
      try #require(TestAudio.bytes(path).count < 3 << 20)

      #expect(try await world.user("u").upload(path, of: "u").error == "AUDIO_TOO_LONG")

      try await expectUnharmed(world)
    }
  }

  @Test("Next to nothing, and names that lie, are told from recordings")
  func survivesLies() async throws {
    try await withLocalVoice(Self.settings) { world in
      let client = try await world.user("u")
      for bytes in [[], [0xFF], Array("RIFF".utf8), Array("ID3".utf8), [UInt8](repeating: 0, count: 5000)] {
        #expect(try await upload(bytes, client).error == "UNSUPPORTED_AUDIO")
      }
      let misnamed = try TestAudio.bytes(TestAudio.clip("flac"))

      #expect(try await upload(misnamed, client, name: "song.mp3").status == 200)
      try await expectUnharmed(world)
    }
  }

  private func upload(_ bytes: [UInt8], _ client: TestClient, name: String = "upload") async throws -> TestAnswer {
    let path = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString)-\(name)").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    try Data(bytes).write(to: URL(filePath: path))
    return try await client.upload(path, of: "u")
  }

  private func expectUnharmed(_ world: VoiceWorld) async throws {
    #expect(try world.leftovers() == [])
    #expect(try Processes.count(inFolder: "\(world.host.dataDirectory)/audio/work") == 0)
    #expect(try await world.host.client.get("/health").status == 200)
  }
}
