import Foundation
import GRDB
import OutboundHTTP
import ProviderEmulator
import Schemas
import ServiceClients
import TestSupport
import Testing

@Suite("Deleting samples", .serialized)
struct DeletedSampleTests {
  private func active(_ client: TestClient) async throws -> String {
    let list = try await client.get("/users/u/recordings?state=active").decode(RecordingsAnswer.self)
    return list.recordings.first?.id ?? ""
  }

  @Test("The newest other sample takes the place of the active one; consent and voice of the deleted one go")
  func replaced() async throws {
    let samples = [SeededSample("u", hash: "aa", second: 1), SeededSample("u", hash: "bb", second: 5)]
    try await withCloningVoice(samples: samples) { world in
      let client = try await world.user("u")
      let voice = try await client.makeClone(of: "u").json["voice_clone_id"]
      let before = try await client.meta(of: "u").json["sample"]?["hash"]
      let deleted = try await active(client)

      #expect(try await client.delete("/users/u/recordings/\(deleted)").status == 204)

      let meta = try await client.meta(of: "u").json
      let after = meta["sample"]?["hash"]
      #expect(after != nil && after != before && meta["consent"]?["sample_hash"] == after)
      #expect(meta["hasClone"] == false && meta["clone_state"] == "evicted")
      #expect(meta["voice_clone_previous_id"] == voice)
      try await eventually("the voice is deleted") { world.provider?.snapshot.ownVoices.isEmpty == true }
      let database = try DatabaseQueue(path: "\(world.host.dataDirectory)/voice.sqlite")
      let inForce = try await database.read {
        try String.fetchAll($0, sql: "SELECT sample_hash FROM consents WHERE withdrawn_at IS NULL")
      }
      #expect(inForce.map { JSONValue.string($0) } == [after])
      #expect(try await world.perform.lease(LeaseRequest(userID: "u", performanceID: "p")).recreated)
    }
  }

  @Test("The only sample stays, and what to do instead is said")
  func last() async throws {
    try await withLocalVoice(samples: [SeededSample("u")]) { world in
      let client = try await world.user("u")

      let refused = try await client.delete("/users/u/recordings/\(active(client))")

      #expect(refused.status == 409 && refused.error == "LAST_SAMPLE")
      #expect(refused.json["action"]?.stringValue?.contains("delete the whole voice") == true)
      #expect(try await client.meta(of: "u").json["hasSample"] == true)
      #expect(try await client.get("/users/u/voice/source").status == 200)
    }
  }
}
