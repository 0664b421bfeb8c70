import Foundation
import Schemas
import ServiceClients
import TestSupport
import Testing

@Suite("How long recordings are kept", .serialized)
struct RetentionTests {
  @Test("What is older than the operator keeps goes, audio and all; the active sample stays")
  func expiry() async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "voice-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let clock = try ManualClock()
    let mp3 = try TestAudio.bytes(TestAudio.shortMP3())
    try await withLocalVoice(["DATA_DIR": folder], clock: clock.wallClock, samples: [SeededSample("u")]) { world in
      _ = try await world.perform.deliver(.sample("old"), mp3)
      _ = try await world.perform.deliver(.sample("rehearsed", rehearsal: true), mp3)
      clock.advance(by: .seconds(86_400 * 6))
      _ = try await world.perform.deliver(.sample("young"), mp3)
    }
    clock.advance(by: .seconds(86_400 + 60))

    try await withLocalVoice(["DATA_DIR": folder, "RECORDING_RETENTION_DAYS": "7"], clock: clock.wallClock) { world in
      let client = try await world.user("u")
      try await eventually("the old note is gone") {
        try await client.get("/users/u/recordings?kind=note").decode(RecordingsAnswer.self).recordings.count == 1
      }

      #expect(try await client.meta(of: "u").json["hasSample"] == true)
      try await eventually("its audio is gone") {
        try FileManager.default.contentsOfDirectory(atPath: "\(folder)/audio/notes").count == 1
      }
      for id in ["old", "rehearsed"] {
        let note = try await world.perform.note(id)
        #expect(note?.state == .confirmed && note?.answer == nil)
      }
      #expect(try await world.perform.note("young")?.answer != nil, "a repeated key gets it back for a day and more")
    }
  }
}
