import Foundation
import OutboundHTTP
import Schemas
import ServiceClients
import TestSupport
import Testing

@Suite("Recordings by their file names", .serialized)
struct AudioFileTests {
  @Test("Its owner fetches a recording by name, whole or in part; nobody else learns that it is there")
  func names() async throws {
    let mp3 = try TestAudio.bytes(TestAudio.shortMP3())
    try await withLocalVoice { world in
      let note = try await world.perform.deliver(.sample("p"), mp3)
      let client = try await world.user("u")
      let path = "/audio/\(note.recordingID).mp3"

      let whole = try await client.get(path)
      #expect(whole.status == 200 && whole.bytes == mp3 && whole.headers["Content-Type"] == "audio/mpeg")
      let part = try await client.get(path, headers: ["Range": "bytes=10-19"])
      #expect(part.status == 206 && part.bytes == Array(mp3[10..<20]))
      let etag = try #require(whole.headers["ETag"])
      #expect(try await client.get(path, headers: ["If-None-Match": etag]).status == 304)

      #expect(try await world.user("stranger").get(path).error == "RECORDING_NOT_FOUND")
      #expect(try await world.host.client.get(path).status == 401)
      for name in [note.recordingID, "unknown.mp3", ".mp3", "\(note.recordingID).wav"] {
        #expect(try await client.get("/audio/\(name)").status == 404, "\(name)")
      }
    }
  }
}
