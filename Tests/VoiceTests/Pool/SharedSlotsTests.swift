import Foundation
import Observability
import OutboundHTTP
import ProviderEmulator
import Schemas
import ServiceClients
import ServiceHost
import TestSupport
import Testing

@Suite("Slots at the provider, shared", .serialized)
struct SharedSlotsTests {
  private func account(slots: Int) -> Account {
    var account = Account()
    account.voiceLimit = slots
    return account
  }

  private func lease(_ world: VoiceWorld, _ user: String) async throws -> LeaseAnswer {
    try await world.perform.lease(LeaseRequest(userID: user, performanceID: "p-\(user)"))
  }

  private func voices(_ world: VoiceWorld) -> [Voice] {
    world.provider?.snapshot.voices.filter { !$0.isPremade } ?? []
  }

  @Test("A voice is named after its own id and labelled with the installation")
  func naming() async throws {
    let hash = String(repeating: "5a", count: 32)
    try await withCloningVoice(samples: [SeededSample("u", hash: hash)]) { world in
      let answer = try await world.user("u").makeClone(of: "u")

      let voice = try #require(voices(world).first)
      #expect(answer.json["action"] == "created_real" && answer.json["voice_clone_id"] == .string(voice.id))
      #expect(voice.name == voice.id)
      #expect(voice.labels["app"] == "voicememos" && voice.labels["installation"]?.count == 24)
      #expect(!world.host.logs.lines.contains { $0.contains(hash) })
    }
  }

  @Test("At capacity the least recently used voice goes, remotely first; its owner is evicted")
  func eviction() async throws {
    try await withCloningVoice(
      account: account(slots: 2), samples: ["a", "b", "c"].map { SeededSample($0) }
    ) { world in
      for user in ["a", "b"] { #expect(try await world.user(user).makeClone(of: user).status == 200) }
      try await world.perform.endLease(lease(world, "a").leaseID)

      #expect(try await world.user("c").makeClone(of: "c").status == 200)

      #expect(voices(world).count == 2)
      #expect(try await world.user("b").meta(of: "b").json["clone_state"] == "evicted")
      #expect(try await world.user("a").meta(of: "a").json["inPool"] == true)
      #expect(world.host.assembled.metrics.value("voice_pool_evictions_total") == 1)
      #expect(world.host.logs.events("voice_evicted").count == 1)
    }
  }

  @Test("A leased voice is never deleted: with every slot leased the pool is busy")
  func leased() async throws {
    try await withCloningVoice(account: account(slots: 1), samples: ["a", "b"].map { SeededSample($0) }) { world in
      let lease = try await lease(world, "a")
      #expect(lease.recreated && lease.provider == "elevenlabs" && lease.voiceSource == .providerVoiceID)

      let refused = try await world.user("b").makeClone(of: "b")
      #expect(refused.status == 503 && refused.error == "POOL_BUSY" && refused.headers["Retry-After"] != nil)
      #expect(refused.json["clone_action"] == "create_failed")
      #expect(voices(world).map(\.id) == [lease.providerVoiceID])

      try await world.perform.endLease(lease.leaseID)
      #expect(try await world.user("b").makeClone(of: "b").status == 200)
    }
  }

  @Test("Foreign voices are counted and never touched")
  func foreign() async throws {
    var stranger: Voice?
    try await withCloningVoice(
      account: account(slots: 1), samples: [SeededSample("a")],
      prepare: { stranger = $0.addForeignVoice(name: "stranger", labels: ["installation": "another"]) }
    ) { world in
      let refused = try await world.user("a").makeClone(of: "a")

      #expect(refused.status == 503 && refused.error == "POOL_EXHAUSTED")
      #expect(voices(world).map(\.id) == [stranger?.id])
      #expect(world.provider?.calls(.voiceDelete) == 0)
    }
  }

  @Test("Concurrent creations never exceed the capacity")
  func concurrent() async throws {
    let users = (1...6).map { "u\($0)" }
    try await withCloningVoice(
      ["ELEVEN_LABS_POOL_CAPACITY": "3"], samples: users.map { SeededSample($0) }
    ) { world in
      let answers = try await withThrowingTaskGroup(of: TestAnswer.self) { group in
        for user in users { group.addTask { try await world.user(user).makeClone(of: user) } }
        return try await group.reduce(into: [TestAnswer]()) { $0.append($1) }
      }

      #expect(answers.allSatisfy { $0.status == 200 || $0.error == "POOL_BUSY" }, "\(answers.map(\.text))")
      #expect(answers.count { $0.status == 200 } >= 3)
      #expect(voices(world).count <= 3)
    }
  }

  @Test("Without the pool voices are made directly and nobody's is given up")
  func disabled() async throws {
    try await withCloningVoice(
      ["POOL_ENABLED": "false"], account: account(slots: 1), samples: ["a", "b"].map { SeededSample($0) }
    ) { world in
      #expect(try await world.user("a").makeClone(of: "a").status == 200)

      let refused = try await world.user("b").makeClone(of: "b")

      #expect(refused.error == "POOL_EXHAUSTED")
      #expect(voices(world).count == 1)
      #expect(world.host.logs.events("configuration").count == 1)
    }
  }

  @Test(
    "Older names of the switch are taken with a warning, the newer one wins",
    arguments: [
      (["POOL_ENABLED": "false"], false), (["ELEVEN_LABS_POOL_ENABLED": "false"], false),
      (["POOL_ENABLED": "false", "PROVIDER_POOL_ENABLED": "true"], true), ([:], true),
    ] as [([String: String], Bool)])
  func olderNames(environment: [String: String], enabled: Bool) async throws {
    try await withCloningVoice(environment, samples: [SeededSample("a")]) { world in
      let client = try await world.user("a")
      _ = try await client.makeClone(of: "a")

      #expect(try await client.post("/users/a/voice/pool/touch").json["enabled"] == .bool(enabled))
      let warned = world.host.logs.lines.contains { $0.contains("is an older name; use PROVIDER_POOL_ENABLED") }
      #expect(warned == environment.keys.contains { $0 != "PROVIDER_POOL_ENABLED" })
    }
  }

  @Test("A month without additions left refuses a creation before the provider does")
  func allowance() async throws {
    var account = Account()
    account.voiceAddEditCounter = account.maxVoiceAddEdits ?? 0
    try await withCloningVoice(account: account, samples: [SeededSample("a")]) { world in
      try await eventually("the allowance is read") { world.provider?.calls(.subscription) ?? 0 > 0 }

      let refused = try await world.user("a").makeClone(of: "a")

      #expect(refused.status == 503 && refused.error == "VOICE_ALLOWANCE_EXHAUSTED")
    }
  }

  @Test("Touching moves a voice to the front and is announced as deprecated")
  func touch() async throws {
    try await withCloningVoice(samples: [SeededSample("a"), SeededSample("b")]) { world in
      let client = try await world.user("a")
      #expect(try await client.post("/users/a/voice/pool/touch").error == "VOICE_CLONE_REQUIRED")
      _ = try await client.makeClone(of: "a")
      _ = try await world.user("b").makeClone(of: "b")

      let answer = try await client.post("/users/a/voice/pool/touch")

      #expect(answer.json["position"] == 0 && answer.json["size"] == 2 && answer.json["enabled"] == true)
      #expect(answer.headers["Deprecation"] != nil)
    }
  }
}
