import Foundation
import OutboundHTTP
import ProviderEmulator
import Schemas
import ServiceClients
import TestSupport
import Testing

@Suite("Accounts with the same samples", .serialized)
struct SharedVoiceTests {
  private let samples = ["a", "b"].map { SeededSample($0) }
  private let shared = ["SHARE_IDENTICAL_SAMPLES": "true"]

  private func voices(_ world: VoiceWorld) -> [String] { world.provider?.snapshot.ownVoices.map(\.id) ?? [] }

  @Test("By default each account has a voice of its own")
  func separate() async throws {
    try await withCloningVoice(samples: samples) { world in
      for user in ["a", "b"] { _ = try await world.user(user).makeClone(of: user) }

      #expect(voices(world).count == 2)
    }
  }

  @Test("Shared, one voice serves both, and stays until the last of them leaves")
  func together() async throws {
    try await withCloningVoice(shared, samples: samples) { world in
      let made = try await world.user("a").makeClone(of: "a")
      let taken = try await world.user("b").makeClone(of: "b")

      #expect(taken.json["action"] == "created_real")
      #expect(taken.json["voice_clone_id"] == made.json["voice_clone_id"])
      #expect(world.provider?.calls(.voicesAdd) == 1)
      let lease = try await world.perform.lease(LeaseRequest(userID: "b", performanceID: "p"))
      #expect(!lease.recreated)
      try await world.perform.endLease(lease.leaseID)

      _ = try await world.user("a").delete("/users/a/voice")
      #expect(try await world.user("b").meta(of: "b").json["inPool"] == true)
      let stillShared = try await world.perform.lease(LeaseRequest(userID: "b", performanceID: "q"))
      #expect(!stillShared.recreated && stillShared.providerVoiceID == lease.providerVoiceID)
      try await world.perform.endLease(stillShared.leaseID)
      _ = try await world.user("b").delete("/users/b/voice")
      try await eventually("the voice is deleted") { voices(world).isEmpty }
    }
  }

  @Test("Two who ask at once get one voice")
  func race() async throws {
    try await withCloningVoice(shared, samples: samples) { world in
      async let first = world.user("a").makeClone(of: "a")
      async let second = world.user("b").makeClone(of: "b")

      let voices = try await (first.json["voice_clone_id"], second.json["voice_clone_id"])
      #expect(voices.0 != nil && voices.0 == voices.1)
      #expect(world.provider?.calls(.voicesAdd) == 1)
    }
  }

  @Test("An evicted shared voice is gone for both, and made again once for both, also after a restart")
  func eviction() async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "voice-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: folder) }
    var account = Account()
    account.voiceLimit = 1
    let environment = shared.merging(["DATA_DIR": folder]) { own, _ in own }
    try await withCloningVoice(environment, account: account, samples: samples + [SeededSample("c", hash: "cc")]) {
      world in
      for user in ["a", "b", "c"] { #expect(try await world.user(user).makeClone(of: user).status == 200) }

      for user in ["a", "b"] {
        #expect(try await world.user(user).meta(of: user).json["clone_state"] == "evicted")
      }
      let again = try await world.user("a").makeClone(of: "a")
      #expect(try await world.user("b").makeClone(of: "b").json["voice_clone_id"] == again.json["voice_clone_id"])
      #expect(voices(world).count == 1)
    }
  }
}
