import AudioLoudness
import Foundation
import OutboundHTTP
import Schemas
import ServiceClients
import ServiceHTTP
import ServiceHost
import TestSupport
import Testing

/// The rooms that notes can be in, as ffmpeg hears them.
@Suite(.serialized) struct AmbienceTests {
  private static let names = ["brown-noise", "cafe", "fan", "running-water"]

  @Test("Every background can be heard before it is chosen, and stands around the words at its level")
  func heard() async throws {
    try await withDeployment(.allInOne, .emulated) { deployment in
      let performer = try await Performer.register(deployment)
      _ = try await performer.upload()
      for name in Self.names {
        let sample = try await performer.client.get("/ambient/\(name)")
        #expect(sample.status == 200 && sample.header("Content-Type") == "audio/mpeg", "\(name)")
        let room = try await Self.listen(sample.bytes) { try await Listening.loudness($0) }
        #expect((-32 ... -24).contains(room), "\(name): \(room) LUFS")

        let overriding: JSONValue = ["background_name": .string(name), "background_volume": 1]
        let answer = try await performer.perform(extra: ["settings_override": overriding])
        let note = try answer.decode(PerformAnswer.self)
        let audio = Array(try #require(Data(base64Encoded: note.audioBase64 ?? "")))
        try await Self.expectRoomAround(audio, name)
      }
      let unknown = try await performer.client.get("/ambient/ocean-liner")
      #expect(unknown.status == 404)
    }
  }

  private static func expectRoomAround(_ note: [UInt8], _ name: String) async throws {
    try await listen(note) { file in
      let duration = try await Listening.duration(file)
      let words = try await Listening.meanLevel(file, from: 1, seconds: duration - 2)
      let before = try await Listening.meanLevel(file, from: 0.2, seconds: 0.2)
      let after = try await Listening.meanLevel(file, from: duration - 0.4, seconds: 0.2)
      let peak = try await Listening.peakLevel(file)
      #expect(before > -50 && before < words && after > -50 && after < words, "\(name): \(before) \(words) \(after)")
      #expect(peak < 0, "\(name): \(peak)")
    }
  }

  private static func listen<Heard>(_ audio: [UInt8], _ body: (String) async throws -> Heard) async throws -> Heard {
    let file = FileManager.default.temporaryDirectory.appending(path: "ambience-\(UUID().uuidString).mp3")
    try Data(audio).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    return try await body(file.path)
  }
}
