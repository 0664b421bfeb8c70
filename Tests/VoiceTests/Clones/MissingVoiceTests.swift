import Foundation
import GRDB
import OutboundHTTP
import ProviderEmulator
import Schemas
import TestSupport
import Testing

@Suite("Voices that are gone, as the pool knows", .serialized)
struct MissingVoiceTests {
  /// A user's voice that the provider lost while the service was down.
  private func lost(
    samples: [SeededSample], make: (VoiceWorld) async throws -> Void, _ body: (VoiceWorld) async throws -> Void
  ) async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "voice-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try await withCloningVoice(["DATA_DIR": folder], samples: samples) { try await make($0) }
    // Long enough ago that no lease of then can still be speaking.
    let database = try DatabaseQueue(path: "\(folder)/voice.sqlite")
    try await database.write { try $0.execute(sql: "UPDATE clones SET updated_at = 0") }
    try database.close()
    try await withCloningVoice(["DATA_DIR": folder]) { world in
      try await eventually("the pool knows") { try await world.user("u").meta(of: "u").json["inPool"] == false }
      try await body(world)
    }
  }

  @Test("A clone request makes the voice again, without a performance in between")
  func request() async throws {
    try await lost(samples: [SeededSample("u")]) { world async throws in
      #expect(try await world.user("u").makeClone(of: "u").status == 200)
    } _: { world in
      let client = try await world.user("u")

      let made = try await client.makeClone(of: "u")

      #expect(made.json["action"] == "created_real", "\(made.text)")
      #expect(try await client.meta(of: "u").json["inPool"] == true)
      #expect(world.provider?.snapshot.ownVoices.count == 1)
    }
  }

  @Test("So does the same sample, sent again")
  func upload() async throws {
    try await lost(samples: []) { world async throws in
      #expect(try await world.user("u").upload(TestAudio.clip("webm"), of: "u").status == 200)
    } _: { world in
      let again = try await world.user("u").upload(TestAudio.clip("webm"), of: "u")

      #expect(again.json["action"] == "created_real" && again.json["dedup"] == true, "\(again.text)")
    }
  }
}
