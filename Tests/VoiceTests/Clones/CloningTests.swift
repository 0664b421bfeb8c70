import Foundation
import GRDB
import Observability
import OutboundHTTP
import ProviderEmulator
import Schemas
import ServiceClients
import ServiceHost
import TestSupport
import Testing

@Suite("Clones at the provider", .serialized)
struct CloningTests {
  private func lease(_ world: VoiceWorld, _ performance: String = "p") async throws -> LeaseAnswer {
    try await world.perform.lease(LeaseRequest(userID: "u", performanceID: performance))
  }

  private func voices(_ world: VoiceWorld) -> [String] {
    world.provider?.snapshot.voices.filter { !$0.isPremade }.map(\.id) ?? []
  }

  @Test("The same sample again makes no provider call")
  func same() async throws {
    try await withCloningVoice(samples: [SeededSample("u")]) { world in
      let client = try await world.user("u")
      let first = try await client.makeClone(of: "u")

      let second = try await client.makeClone(of: "u")

      #expect(second.json["action"] == "update_skipped")
      #expect(second.json["voice_clone_id"] == first.json["voice_clone_id"])
      #expect(world.provider?.calls(.voicesAdd) == 1)
    }
  }

  @Test("Without a sample there is nothing to clone")
  func noSample() async throws {
    try await withCloningVoice { world in
      let refused = try await world.user("u").makeClone(of: "u")
      #expect(refused.status == 409 && refused.error == "VOICE_CLONE_REQUIRED")

      await #expect { try await lease(world) } throws: { ($0 as? ServiceError)?.code == .voiceCloneRequired }
    }
  }

  @Test("A provider that fails is a problem answer that names the failed action; the next lease tries again")
  func providerFailure() async throws {
    try await withCloningVoice(samples: [SeededSample("u")]) { world in
      world.provider?.script(Fault(.voicesAdd) { $0.status = 500 })
      let client = try await world.user("u")

      let failed = try await client.makeClone(of: "u")

      #expect(failed.status == 503 && failed.error == "PROVIDER_UNAVAILABLE")
      #expect(failed.json["clone_action"] == "create_failed")
      #expect(try await client.meta(of: "u").json["clone_state"] == "failed")
      #expect(world.host.assembled.metrics.value("clone_create_fail_total") == 1)
      #expect(try await lease(world).recreated)
    }
  }

  @Test("A voice that the provider lost is made again once, then a clone is required")
  func missing() async throws {
    try await withCloningVoice(samples: [SeededSample("u")]) { world async throws in
      let first = try await lease(world)
      world.provider?.removeVoice(first.providerVoiceID)

      await #expect {
        _ = try await world.perform.reportMissing(
          first.leaseID, VoiceMissingReport(providerVoiceID: first.providerVoiceID))
      } throws: { ($0 as? ServiceError)?.code == .voiceCloneRequired }

      let second = try await lease(world, "q")
      #expect(second.recreated)
      try await world.perform.endLease(second.leaseID)
      let third = try await lease(world, "r")
      #expect(!third.recreated && third.providerVoiceID == second.providerVoiceID)
      world.provider?.removeVoice(third.providerVoiceID)
      let fourth = try await world.perform.reportMissing(
        third.leaseID, VoiceMissingReport(providerVoiceID: third.providerVoiceID))
      #expect(fourth.recreated && voices(world) == [fourth.providerVoiceID])
      #expect(world.host.logs.events("voice_missing_detected").count == 2)
    }
  }

  @Test("RECLONE_ON_PERFORM=false leaves an evicted voice to the user")
  func noReclone() async throws {
    try await withCloningVoice(["RECLONE_ON_PERFORM": "false"], samples: [SeededSample("u")]) { world async throws in
      await #expect { try await lease(world) } throws: { ($0 as? ServiceError)?.code == .voiceCloneRequired }

      #expect(try await world.user("u").makeClone(of: "u").status == 200)
      #expect(try await lease(world).recreated == false)
    }
  }

  @Test("RECLONE_ON_PERFORM=false leaves a voice that the provider lost to the user, too")
  func noRecloneOfMissing() async throws {
    try await withCloningVoice(["RECLONE_ON_PERFORM": "false"], samples: [SeededSample("u")]) { world async throws in
      _ = try await world.user("u").makeClone(of: "u")
      let lost = try await lease(world)
      world.provider?.removeVoice(lost.providerVoiceID)

      await #expect {
        _ = try await world.perform.reportMissing(
          lost.leaseID, VoiceMissingReport(providerVoiceID: lost.providerVoiceID))
      } throws: { ($0 as? ServiceError)?.code == .voiceCloneRequired }

      await #expect { try await lease(world, "q") } throws: { ($0 as? ServiceError)?.code == .voiceCloneRequired }
      #expect(world.provider?.calls(.voicesAdd) == 1)
    }
  }

  @Test("When a voice was last performed with is on disk, written behind the answer")
  func recency() async throws {
    try await withCloningVoice(samples: [SeededSample("u")]) { world in
      let database = try DatabaseQueue(path: "\(world.host.dataDirectory)/voice.sqlite")
      let lastPerformed = {
        try await database.read {
          try Int64.fetchOne($0, sql: "SELECT last_perform_at FROM clones WHERE user_id = 'u'")
        }
      }
      _ = try await world.user("u").makeClone(of: "u")
      #expect(try await lastPerformed() == nil)

      _ = try await lease(world)

      try await eventually("last_perform_at is written") { try await lastPerformed() != nil }
    }
  }

  @Test("The sixth voice within a day is refused with the time to wait")
  func daily() async throws {
    try await withCloningVoice(["CLONES_PER_DAY": "1"], samples: [SeededSample("u")]) { world in
      let first = try await lease(world)
      world.provider?.removeVoice(first.providerVoiceID)
      await #expect(throws: ServiceError.self) {
        try await world.perform.reportMissing(
          first.leaseID, VoiceMissingReport(providerVoiceID: first.providerVoiceID))
      }

      let refused = try await world.user("u").makeClone(of: "u")

      #expect(refused.status == 429 && refused.error == "CLONE_LIMIT_REACHED")
      #expect((refused.headers["Retry-After"].flatMap { Int($0) } ?? 0) > 86_000)
    }
  }

  @Test("A removed voice leaves the provider as soon as its lease ends")
  func removal() async throws {
    try await withCloningVoice(samples: [SeededSample("u")]) { world in
      let lease = try await lease(world)
      let client = try await world.user("u")

      #expect(try await client.delete("/users/u/voice").json["clone_state"] == "deleted")

      #expect(try await client.meta(of: "u").json["hasSample"] == false)
      #expect(voices(world) == [lease.providerVoiceID])
      try await world.perform.endLease(lease.leaseID)
      try await eventually("the voice is deleted") { voices(world).isEmpty }
    }
  }

  @Test("A deletion that fails is repeated until the provider confirms")
  func durableDeletion() async throws {
    try await withCloningVoice(samples: [SeededSample("u")]) { world in
      let client = try await world.user("u")
      _ = try await client.makeClone(of: "u")
      world.provider?.script(Fault(.voiceDelete) { $0.status = 500 })

      _ = try await client.delete("/users/u/voice")

      try await eventually("the voice is deleted") { voices(world).isEmpty }
      #expect(world.host.logs.events("voice_deletion_failed").count == 1)
      #expect(world.provider?.calls(.voiceDelete) == 2)
    }
  }

  @Test("An account whose flag is off clones nothing")
  func flag() async throws {
    try await withCloningVoice(samples: [SeededSample("u")]) { world in
      world.auth.set(InternalUserAnswer(userID: "u", settings: UserSettings(), voiceCloning: false))

      let refused = try await world.user("u").makeClone(of: "u")

      #expect(refused.status == 403 && refused.error == "VOICE_CLONING_DISABLED")
      #expect(world.provider?.calls(.voicesAdd) == 0)
    }
  }

  @Test("A clone survives a restart, also while the provider is down, and is not made again")
  func restart() async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "voice-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: folder) }
    var voice: String?
    try await withCloningVoice(["DATA_DIR": folder], samples: [SeededSample("u")]) { world async throws in
      voice = try await lease(world).providerVoiceID
    }

    try await withCloningVoice(
      ["DATA_DIR": folder], prepare: { $0.script(Fault(.voicesList, times: -1) { $0.status = 500 }) }
    ) { world async throws in
      #expect(await world.host.assembled.status.reasonsNotReady() == [])
      #expect(try await lease(world).providerVoiceID == voice)
    }
  }

  @Test("A user reaches only their own voice, perform only the internal routes")
  func access() async throws {
    try await withCloningVoice { world in
      let stranger = try await world.user("stranger")

      for path in ["/users/u/voice/meta", "/users/u/voice/source", "/users/u/recordings"] {
        #expect(try await stranger.get(path).status == 403)
        #expect(try await world.host.client.get(path).status == 401)
      }
      #expect(try await stranger.post("/internal/voice/leases", [:]).status == 401)
    }
  }
}

@Suite("The local engine's voices", .serialized)
struct LocalVoiceTests {
  @Test("Without a key a sample becomes a stub that performances may lease")
  func stub() async throws {
    try await withLocalVoice(samples: [SeededSample("u")]) { world in
      let made = try await world.user("u").makeClone(of: "u")
      #expect(made.json["action"] == "created_stub" && made.json["clone_state"] == "stub")

      let lease = try await world.perform.lease(LeaseRequest(userID: "u", performanceID: "p"))

      #expect(lease.voiceSource == .localMatched && lease.provider == "local" && !lease.recreated)
      #expect(lease.voiceCloneID.hasPrefix("local_"))
      try await world.perform.endLease(lease.leaseID)
      let meta = try await world.user("u").meta(of: "u").json
      #expect(meta["provider"] == "local" && meta["voiceSource"] == "local_matched")
      #expect(meta["clone_quality"] == "approximate" && meta["engine"] != nil)
      #expect(meta["voice_notice"]?.stringValue?.contains("not a copy of your voice") == true)
    }
  }

  @Test("A stub is promoted on the first lease once a key is there")
  func promotion() async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "voice-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try await withLocalVoice(["DATA_DIR": folder], samples: [SeededSample("u")]) { world async throws in
      #expect(try await world.user("u").makeClone(of: "u").json["action"] == "created_stub")
    }

    try await withCloningVoice(["DATA_DIR": folder]) { world in
      let lease = try await world.perform.lease(LeaseRequest(userID: "u", performanceID: "p"))

      #expect(lease.recreated && lease.voiceSource == .providerVoiceID)
      let meta = try await world.user("u").meta(of: "u").json
      #expect(meta["clone_state"] == "ready" && meta["inPool"] == true)
      #expect(meta["voice_clone_previous_id"]?.stringValue?.hasPrefix("local_") == true)
    }
  }
}
