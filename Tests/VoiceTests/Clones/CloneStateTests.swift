import Foundation
import OutboundHTTP
import ProviderEmulator
import Schemas
import TestSupport
import Testing

@Suite("Every state of a clone, as its owner sees it", .serialized)
struct CloneStateTests {
  private let impatient = ["CLONE_PROVIDER_TIMEOUT_SECONDS": "5"]

  private func state(_ world: VoiceWorld) async throws -> JSONValue? {
    try await world.user("u").meta(of: "u").json["clone_state"]
  }

  /// Asks for the clone while the provider is silent, until it is given up.
  private func giveUp(_ world: VoiceWorld, showing state: JSONValue) async throws -> TestAnswer {
    world.provider?.script(Fault(.voicesAdd) { $0.ending = .hang })
    let client = try await world.user("u")
    async let failed = client.makeClone(of: "u")
    try await eventually("the clone is \(state)") { try await self.state(world) == state }
    return try await failed
  }

  @Test("none → creating → failed → ready → deleted → ready")
  func first() async throws {
    try await withCloningVoice(impatient, samples: [SeededSample("u")]) { world async throws in
      let client = try await world.user("u")
      #expect(try await state(world) == "none")

      #expect(try await giveUp(world, showing: "creating").json["clone_action"] == "create_failed")
      #expect(try await state(world) == "failed")

      #expect(try await client.makeClone(of: "u").json["action"] == "created_real")
      #expect(try await state(world) == "ready")
      #expect(try await client.delete("/users/u/voice").json["clone_state"] == "deleted")
      #expect(try await state(world) == "deleted")
      #expect(try await client.makeClone(of: "u").error == "VOICE_CLONE_REQUIRED")
      #expect(try await state(world) == "deleted")

      let again = try await client.upload(TestAudio.clip("webm"), of: "u")
      #expect(again.json["action"] == "created_real" && again.json["clone_state"] == "ready", "\(again.text)")
    }
  }

  @Test("ready → updating → ready with the old voice → ready with the new one")
  func update() async throws {
    let samples = [SeededSample("u", hash: "aa", second: 1), SeededSample("u", hash: "bb", second: 5)]
    try await withCloningVoice(impatient, samples: samples) { world async throws in
      let client = try await world.user("u")
      let old = try await client.makeClone(of: "u").json["voice_clone_id"]
      let rows = try await client.get("/users/u/recordings?state=historical").decode(RecordingsAnswer.self).recordings
      #expect(try await client.patch("/users/u/recordings/\(rows[0].id)", ["is_active": true]).status == 200)

      #expect(try await giveUp(world, showing: "updating").json["clone_action"] == "update_failed")
      let spared = try await client.meta(of: "u").json
      #expect(spared["clone_state"] == "ready" && spared["voiceCloneId"] == old)

      let updated = try await client.makeClone(of: "u").json
      #expect(updated["action"] == "updated_real" && updated["clone_state"] == "ready")
      #expect(try await client.meta(of: "u").json["voice_clone_previous_id"] == old)
    }
  }

  @Test("none → stub → creating → stub → ready")
  func stub() async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "voice-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try await withLocalVoice(["DATA_DIR": folder], samples: [SeededSample("u")]) { world async throws in
      #expect(try await state(world) == "none")
      #expect(try await world.user("u").makeClone(of: "u").json["action"] == "created_stub")
      #expect(try await state(world) == "stub")
    }
    let environment = impatient.merging(["DATA_DIR": folder]) { own, _ in own }
    try await withCloningVoice(environment) { world async throws in
      #expect(try await giveUp(world, showing: "creating").json["clone_action"] == "promote_failed")
      #expect(try await state(world) == "stub")

      #expect(try await world.user("u").makeClone(of: "u").json["action"] == "promoted_stub")
      #expect(try await state(world) == "ready")
    }
  }

  @Test("ready → evicted → creating → failed → ready")
  func evicted() async throws {
    var account = Account()
    account.voiceLimit = 1
    let samples = [SeededSample("u"), SeededSample("w", hash: "cc", second: 5)]
    try await withCloningVoice(impatient, account: account, samples: samples) { world async throws in
      #expect(try await world.user("u").makeClone(of: "u").status == 200)
      #expect(try await world.user("w").makeClone(of: "w").status == 200)
      #expect(try await state(world) == "evicted")

      #expect(try await giveUp(world, showing: "creating").json["clone_action"] == "create_failed")
      #expect(try await state(world) == "failed")

      #expect(try await world.user("u").makeClone(of: "u").json["action"] == "created_real")
      #expect(try await state(world) == "ready")
    }
  }

  @Test("Meta of a clone has every field of its contract and no other")
  func meta() async throws {
    try await withCloningVoice(samples: [SeededSample("u", hash: "5a11")]) { world async throws in
      let client = try await world.user("u")
      let voice = try await client.makeClone(of: "u").json["voice_clone_id"]

      let meta = try await client.meta(of: "u").json

      let sample = try #require(meta["sample"])
      #expect(sample["hash"] == "5a11" && sample["duration"] == 2 && sample["bytes"]?.numberValue ?? 0 > 1000)
      #expect(sample["created_at"] != nil && meta["consent"]?["given_at"] != nil)
      #expect(meta["consent"]?["sample_hash"] == "5a11")
      #expect(
        meta == [
          "hasSample": true, "hasClone": true, "voiceCloneId": voice ?? .null, "inPool": true, "clone_state": "ready",
          "provider": "elevenlabs", "voice_clone_previous_id": nil, "sample": sample,
          "consent": meta["consent"] ?? .null,
        ])
    }
  }
}
