import Foundation
import OutboundHTTP
import ProviderEmulator
import Schemas
import ServiceClients
import TestSupport
import Testing

@Suite("Samples that the provider refuses", .serialized)
struct RefusedSampleTests {
  private func active(_ client: TestClient) async throws -> [RecordingAnswer] {
    try await client.get("/users/u/recordings?state=active").decode(RecordingsAnswer.self).recordings
  }

  @Test("One that has to be verified is asked for once, and counts as a voice that was made")
  func verification() async throws {
    let samples = [SeededSample("u", hash: "aa", second: 1), SeededSample("u", hash: "bb", second: 5)]
    try await withCloningVoice(["CLONES_PER_DAY": "1"], samples: samples) { world in
      let client = try await world.user("u")
      let first = try #require(try await active(client).first)
      world.provider?.script(Fault(.voicesAdd) { $0.requiresVerification = true })

      let refused = try await client.makeClone(of: "u")
      let again = try await client.makeClone(of: "u")

      #expect(refused.status == 502 && refused.error == "PROVIDER_SAMPLE_REFUSED")
      #expect(again.status == 502 && again.json["message"] == refused.json["message"])
      await #expect { try await world.perform.lease(LeaseRequest(userID: "u", performanceID: "p")) } throws: {
        ($0 as? ServiceError)?.code == .providerSampleRefused
      }
      #expect(world.provider?.calls(.voicesAdd) == 1)
      let older = try await client.get("/users/u/recordings?state=historical").decode(RecordingsAnswer.self)
      _ = try await client.patch("/users/u/recordings/\(older.recordings[0].id)", ["is_active": true])
      _ = try await client.patch("/users/u/recordings/\(first.id)", ["is_active": false])
      #expect(try await client.makeClone(of: "u").error == "CLONE_LIMIT_REACHED")
    }
  }

  @Test(
    "After a refused update the good sample is active again, and an evicted voice is made from it",
    arguments: [true, false])
  func update(isVerification: Bool) async throws {
    try await withCloningVoice(samples: [SeededSample("u")]) { world in
      let client = try await world.user("u")
      let made = try await client.makeClone(of: "u").json["voice_clone_id"]
      let good = try #require(try await active(client).first)
      world.provider?.script(
        Fault(.voicesAdd) {
          if isVerification { $0.requiresVerification = true } else { $0.error = "invalid_audio" }
        })

      let refused = try await client.upload(TestAudio.clip("webm"), of: "u")

      #expect(refused.error == "PROVIDER_SAMPLE_REFUSED" && refused.json["clone_action"] == "update_failed")
      #expect(refused.json["sample_stored"] == true && refused.json["sample_active"] == false)
      #expect(refused.json["message"]?.stringValue?.contains("stays as it was") == true)
      #expect(try await active(client).map(\.id) == [good.id])
      #expect(try await client.meta(of: "u").json["voiceCloneId"] == made)
      let list = try await client.get("/users/u/recordings?state=historical").decode(RecordingsAnswer.self)
      #expect(list.recordings.count == 1)

      let lease = try await world.perform.lease(LeaseRequest(userID: "u", performanceID: "p"))
      world.provider?.removeVoice(lease.providerVoiceID)
      let second = try await world.perform.reportMissing(
        lease.leaseID, VoiceMissingReport(providerVoiceID: lease.providerVoiceID))
      #expect(second.recreated)
      #expect(try await active(client).first?.isCurrentClone == true)
    }
  }
}
