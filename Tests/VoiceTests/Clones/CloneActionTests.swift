import Foundation
import GRDB
import OutboundHTTP
import ProviderEmulator
import Schemas
import ServiceClients
import TestSupport
import Testing

@Suite("What uploads and clone requests do to a clone", .serialized)
struct CloneActionTests {
  private func folder(_ body: (String) async throws -> Void) async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "voice-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try await body(folder)
  }

  private func voices(_ world: VoiceWorld) -> [String] {
    world.provider?.snapshot.ownVoices.map(\.id) ?? []
  }

  @Test("A stub whose promotion fails stays a stub, and the next upload promotes it")
  func promotion() async throws {
    try await folder { folder in
      try await withLocalVoice(["DATA_DIR": folder]) { world in
        let made = try await world.user("u").upload(TestAudio.clip("webm"), of: "u").decode(UploadAnswer.self)
        #expect(made.action == .createdStub && made.cloneState == .stub && !made.dedup)
      }
      try await withCloningVoice(["DATA_DIR": folder]) { world in
        let client = try await world.user("u")
        world.provider?.script(Fault(.voicesAdd) { $0.error = "system_busy" })

        let failed = try await client.upload(TestAudio.clip("webm"), of: "u")
        #expect(failed.status == 503 && failed.error == "PROVIDER_RATE_LIMITED" && failed.headers["Retry-After"] != nil)
        #expect(failed.json["clone_action"] == "promote_failed" && failed.json["sample_stored"] == true)
        #expect(try await client.meta(of: "u").json["clone_state"] == "stub")

        let promoted = try await client.upload(TestAudio.clip("webm"), of: "u").decode(UploadAnswer.self)
        #expect(promoted.action == .promotedStub && promoted.dedup && promoted.cloneState == .ready)
        let again = try await client.upload(TestAudio.clip("webm"), of: "u").decode(UploadAnswer.self)
        #expect(again.action == .updateSkipped && again.voiceCloneID == promoted.voiceCloneID)
        #expect(world.provider?.calls(.voicesAdd) == 2)
      }
    }
  }

  @Test("Consent bound to the sample, and the intent, are on disk before the provider is asked")
  func consentFirst() async throws {
    try await withCloningVoice(["CLONE_PROVIDER_TIMEOUT_SECONDS": "1"]) { world in
      world.provider?.script(Fault(.voicesAdd) { $0.ending = .hang })
      let client = try await world.user("u")
      async let upload = client.upload(TestAudio.clip("webm"), of: "u")
      try await eventually("the provider is asked") { world.provider?.calls(.voicesAdd) == 1 }

      let database = try DatabaseQueue(path: "\(world.host.dataDirectory)/voice.sqlite")
      let rows = try database.read { database in
        try Row.fetchAll(
          database,
          sql: """
            SELECT s.hash FROM samples s
            JOIN consents c ON c.user_id = s.user_id AND c.sample_hash = s.hash AND c.withdrawn_at IS NULL
            JOIN creation_intents i ON i.user_id = s.user_id AND i.sample_hash = s.hash AND i.status = 'open'
            """)
      }
      #expect(rows.count == 1)

      let failed = try await upload
      #expect(failed.status == 503 && failed.error == "PROVIDER_TIMEOUT")
      #expect(failed.json["clone_action"] == "create_failed" && voices(world).isEmpty)
    }
  }

  @Test("An answer that was lost after its effect is found in the provider's list")
  func lostAnswer() async throws {
    try await withCloningVoice(samples: [SeededSample("u")]) { world in
      world.provider?.script(Fault(.voicesAdd) { $0.ending = .lostAnswer })

      let made = try await world.user("u").makeClone(of: "u")

      #expect(made.status == 200 && made.json["action"] == "created_real", "\(made.text)")
      #expect(voices(world).map { JSONValue.string($0) } == [made.json["voice_clone_id"]])
      #expect(world.provider?.calls(.voicesAdd) == 1)
    }
  }

  @Test("A lost answer that cannot be looked up is settled later, and the retry's voice is the one that stays")
  func uncertain() async throws {
    try await withCloningVoice(["RECONCILE_INTERVAL_SECONDS": "10"], samples: [SeededSample("u")]) { world in
      let client = try await world.user("u")
      try await eventually("the first listing is over") { world.provider?.calls(.subscription) ?? 0 > 0 }
      world.provider?.script(
        Fault(.voicesAdd) { $0.ending = .lostAnswer }, Fault(.voicesList) { $0.status = 503 })

      #expect(try await client.makeClone(of: "u").json["clone_action"] == "create_failed")
      #expect(voices(world).count == 1)
      let retried = try await client.makeClone(of: "u")

      #expect(retried.status == 200)
      try await eventually("only the clone's voice is left", within: .seconds(30)) {
        voices(world).map { JSONValue.string($0) } == [retried.json["voice_clone_id"]]
      }
    }
  }

  @Test("A voice that has to be verified first is given back, also when its answer was lost")
  func verification() async throws {
    try await withCloningVoice(samples: [SeededSample("u"), SeededSample("w", second: 5)]) { world in
      for (user, ending) in [("u", nil), ("w", Fault.Ending.lostAnswer)] {
        world.provider?.script(
          Fault(.voicesAdd) {
            $0.requiresVerification = true
            $0.ending = ending
          })

        let refused = try await world.user(user).makeClone(of: user)

        #expect(refused.status == 502 && refused.error == "PROVIDER_SAMPLE_REFUSED")
        #expect(refused.json["clone_action"] == "create_failed")
        try await eventually("the voice is deleted") { voices(world).isEmpty }
      }
    }
  }

  @Test("Several samples go to the provider together; one that is taken away makes the voice anew")
  func several() async throws {
    let samples = [SeededSample("u", hash: "aa", second: 1), SeededSample("u", hash: "bb", second: 5)]
    try await withCloningVoice(samples: samples) { world in
      let client = try await world.user("u")
      let list = try await client.get("/users/u/recordings?state=historical").decode(RecordingsAnswer.self)
      let older = try #require(list.recordings.first)
      #expect(list.recordings.count == 1 && !older.isActiveSample)
      #expect(try await client.makeClone(of: "u").json["action"] == "created_real")

      let path = "/users/u/recordings/\(older.id)"
      #expect(try await client.patch(path, ["is_active": true]).json["is_active_sample"] == true)
      #expect(try await client.makeClone(of: "u").json["action"] == "updated_real")

      let voice = try #require(world.provider?.snapshot.ownVoices.last)
      #expect(voice.samples.count == 2)
      let both = try await client.get("/users/u/recordings?state=active").decode(RecordingsAnswer.self).recordings
      #expect(both.count == 2 && both.allSatisfy { $0.isCurrentClone && $0.voiceSource == .providerVoiceID })
      #expect(both.allSatisfy { $0.voiceCloneID.map { voice.id.hasPrefix($0) && $0.count == 8 } ?? false })
      #expect(try await client.makeClone(of: "u").json["action"] == "update_skipped")
      #expect(try await client.patch(path, ["is_active": false]).status == 200)
      #expect(try await client.makeClone(of: "u").json["action"] == "updated_real")
      let last = try await client.get("/users/u/recordings?state=active").decode(RecordingsAnswer.self).recordings
      let refused = try await client.patch("/users/u/recordings/\(last.first?.id ?? "")", ["is_active": false])
      #expect(refused.status == 422 && last.count == 1)
    }
  }

  @Test("The local engine's label is in every answer about the clone")
  func label() async throws {
    try await withLocalVoice(samples: [SeededSample("u")]) { world in
      let client = try await world.user("u")

      for answer in try await [client.makeClone(of: "u"), client.meta(of: "u")] {
        #expect(answer.json["voiceSource"] == "local_matched" && answer.json["clone_quality"] == "approximate")
        #expect(answer.json["engine"] == "espeak-ng" && answer.json["voice_notice"] != nil, "\(answer.text)")
      }
    }
    try await withCloningVoice(samples: [SeededSample("u")]) { world in
      let made = try await world.user("u").makeClone(of: "u").json

      #expect(made["clone_state"] == "ready" && made["voiceSource"] == nil && made["voice_notice"] == nil)
    }
  }

  @Test("Meta names every field, also where there is nothing")
  func meta() async throws {
    try await withLocalVoice { world in
      let meta = try await world.user("u").meta(of: "u").json

      #expect(
        meta == [
          "hasSample": false, "hasClone": false, "voiceCloneId": nil, "inPool": false, "clone_state": "none",
          "provider": nil, "voice_clone_previous_id": nil, "sample": nil, "consent": nil,
        ])
    }
  }
}
