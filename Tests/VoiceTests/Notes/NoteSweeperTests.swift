import Foundation
import Schemas
import ServiceClients
import TestSupport
import Testing

@Suite("Notes that perform left behind", .serialized)
struct NoteSweeperTests {
  private func mp3() throws -> [UInt8] { try TestAudio.bytes(TestAudio.shortMP3()) }

  /// Leaves sealed notes `charged`, `reserved`, `unknown` and a pending one, then runs voice again `later`.
  private func sweep(
    after later: Duration, _ billing: BillingPeer, _ body: @escaping @Sendable (VoiceWorld) async throws -> Void
  ) async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "voice-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let start = try ManualClock()
    let audio = try mp3()
    try await withLocalVoice(["DATA_DIR": folder], clock: start.wallClock) { world in
      for id in ["charged", "reserved", "unknown"] {
        _ = try await world.perform.openNote(.sample(id))
        _ = try await world.perform.write(audio, to: id)
      }
      _ = try await world.perform.openNote(.sample("pending"))
    }
    let next = try ManualClock()
    next.advance(by: later)
    try await withHTTPPeer {
      try await billing.answer($0)
    } _: { peer in
      try await withLocalVoice(["DATA_DIR": folder], clock: next.wallClock, billing: peer.url, body)
    }
  }

  @Test("What is paid for is delivered, all else released and deleted")
  func settling() async throws {
    let billing = BillingPeer(["charged": .committed, "reserved": .reserved, "pending": .expired])

    try await sweep(after: .seconds(361), billing) { world in
      try await eventually("four notes are settled") { world.host.logs.events("note_swept").count == 4 }

      #expect(try await world.perform.note("charged")?.state == .confirmed)
      #expect(try await world.perform.note("charged")?.answer == nil)
      for id in ["reserved", "unknown", "pending"] { #expect(try await world.perform.note(id) == nil) }
      #expect(billing.state("reserved") == .released)
      let list = try await world.user("u").get("/users/u/recordings").decode(RecordingsAnswer.self)
      #expect(list.recordings.count == 1)
      let left = try FileManager.default.contentsOfDirectory(atPath: "\(world.host.dataDirectory)/audio/notes")
      #expect(left.count == 1)
    }
  }

  @Test("A note whose reservation may still live is left alone")
  func young() async throws {
    try await sweep(after: .seconds(300), BillingPeer([:])) { world async throws in
      #expect(try await world.perform.note("charged")?.state == .sealed)
      #expect(world.host.logs.events("note_swept").isEmpty)
    }
  }
}
