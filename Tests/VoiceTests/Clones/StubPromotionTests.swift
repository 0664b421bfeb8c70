import Foundation
import Observability
import OutboundHTTP
import ProviderEmulator
import Schemas
import ServiceHost
import TestSupport
import Testing

@Suite("Promotion of stubs by an admin", .serialized)
struct StubPromotionTests {
  private func sweep(_ world: VoiceWorld) async throws -> TestAnswer {
    let admin = world.host.client.with(token: try await world.auth.tokens.user("root", role: .admin))
    return try await admin.post("/admin/voice-clones/promote")
  }

  private func withStubs(
    _ users: [String], account: Account = Account(), _ body: (VoiceWorld) async throws -> Void
  ) async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "voice-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try await withLocalVoice(["DATA_DIR": folder], samples: users.map { SeededSample($0) }) { world async throws in
      for user in users { #expect(try await world.user(user).makeClone(of: user).json["action"] == "created_stub") }
      let remaining = try await sweep(world).json["remaining"]
      #expect(remaining == .number(Double(users.count)))
    }
    try await withCloningVoice(["DATA_DIR": folder], account: account, body)
  }

  @Test("Every stub becomes real once there is a key, except where cloning is switched off")
  func all() async throws {
    try await withStubs(["a", "b", "c"]) { world in
      world.auth.set(InternalUserAnswer(userID: "b", settings: UserSettings(), voiceCloning: false))

      let answer = try await sweep(world)

      #expect(answer.json == ["promoted": 2, "failed": 1, "remaining": 1])
      #expect(try await world.user("a").meta(of: "a").json["clone_state"] == "ready")
      #expect(try await world.user("b").meta(of: "b").json["clone_state"] == "stub")
    }
  }

  @Test("Nobody's slot is taken for it")
  func room() async throws {
    var account = Account()
    account.voiceLimit = 1
    try await withStubs(["a", "b"], account: account) { world in
      try await eventually("the limit is read") {
        world.host.assembled.metrics.value("voice_pool_capacity") == 1
      }

      let answer = try await sweep(world)

      #expect(answer.json == ["promoted": 1, "failed": 0, "remaining": 1, "stopped_by": "POOL_EXHAUSTED"])
      #expect(world.provider?.calls(.voiceDelete) == 0)
    }
  }

  @Test("A provider that fails for one fails for all; users may not sweep")
  func failure() async throws {
    try await withStubs(["a", "b"]) { world in
      world.provider?.script(Fault(.voicesAdd, times: -1) { $0.error = "invalid_api_key" })

      let answer = try await sweep(world)

      #expect(answer.json == ["promoted": 0, "failed": 1, "remaining": 2, "stopped_by": "PROVIDER_KEY_REFUSED"])
      #expect(world.provider?.calls(.voicesAdd) == 1)
      #expect(try await world.user("a").post("/admin/voice-clones/promote").status == 403)
    }
  }
}
