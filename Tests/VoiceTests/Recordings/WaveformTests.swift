import Foundation
import OutboundHTTP
import Schemas
import TestSupport
import Testing

@Suite("Waveforms")
struct WaveformTests {
  private func levels(_ answer: TestAnswer) throws -> [Double] { try answer.decode(WaveformAnswer.self).levels }

  @Test("Peaks follow the sound, in as many points as asked for, and are kept")
  func peaks() async throws {
    let halfSilent = try TestAudio.file(
      "half.mp3", ["-t", "4", "-af", "volume='if(lt(t,2),0,1)':eval=frame", "-ac", "1", "-ar", "44100", "-b:a", "128k"])
    try await withLocalVoice { world in
      let note = try await world.perform.deliver(.sample("p"), TestAudio.bytes(halfSilent))
      let client = try await world.user("u")
      let path = "/users/u/recordings/\(note.recordingID)"
      #expect(try await client.get(path).json["has_waveform"] == false)

      let first = try await client.get("\(path)/waveform?points=10")

      #expect(first.status == 200, "\(first.text)")
      let ten = try levels(first)
      #expect(ten.count == 10 && ten.prefix(4).allSatisfy { $0 < 0.02 } && ten.suffix(4).max() ?? 0 > 0.1)
      #expect(try await client.get(path).json["has_waveform"] == true)
      let audio = try FileManager.default.subpathsOfDirectory(atPath: "\(world.host.dataDirectory)/audio/notes")
      for name in audio {
        try FileManager.default.removeItem(atPath: "\(world.host.dataDirectory)/audio/notes/\(name)")
      }
      #expect(try await levels(client.get("\(path)/waveform?points=10")) == ten)
      #expect(try await levels(client.get("\(path)/waveform")).count == 100)
      #expect(try await levels(client.get("\(path)/waveform?points=1")) == [ten.max() ?? 0])
    }
  }

  @Test("Many who ask at once get the same answer; strangers and nonsense get none")
  func asking() async throws {
    try await withLocalVoice { world in
      let note = try await world.perform.deliver(.sample("p"), TestAudio.bytes(TestAudio.shortMP3()))
      let client = try await world.user("u")
      let path = "/users/u/recordings/\(note.recordingID)/waveform"

      let answers = try await withThrowingTaskGroup(of: String.self) { group in
        for _ in 0..<8 { group.addTask { try await client.get(path).text } }
        return try await group.reduce(into: Set<String>()) { $0.insert($1) }
      }

      #expect(answers.count == 1)
      for points in ["0", "501", "x", "-1"] {
        #expect(try await client.get("\(path)?points=\(points)").error == "VALIDATION_FAILED")
      }
      #expect(try await client.get("/users/u/recordings/unknown/waveform").error == "RECORDING_NOT_FOUND")
      #expect(try await world.user("stranger").get(path).status == 403)
      #expect(try await world.host.client.get(path).status == 401)
    }
  }
}
