import Foundation
import OutboundHTTP
import Schemas
import TestSupport
import Testing

@Suite("perform, voice and billing together")
struct RealVoiceTests {
  @Test("A performer who uploaded a sample hears a note in that voice, and finds it among the recordings")
  func firstNote() async throws {
    try await withHouse { house in
      let key = ["Idempotency-Key": "first"]
      let answer = try await house.anna.post("/perform", Theatre.body("Lara", [:]), headers: key)
      let again = try await house.anna.post("/perform", Theatre.body("Lara", [:]), headers: key)

      #expect(answer.status == 200, "\(answer.text.prefix(400))")
      let performed = try answer.decode(PerformAnswer.self)
      #expect(try again.decode(PerformAnswer.self).audioBase64 == performed.audioBase64)
      let heard = try await house.voice.client.get(performed.audioURL)
      #expect(heard.status == 200 && Data(heard.bytes).base64EncodedString() == performed.audioBase64)
      let list = try await house.listener.get("/users/anna/recordings?kind=note")
      #expect(list.text.contains(performed.recordingID))
    }
  }

  @Test("A rehearsal is a real note at its full price that leaves no card: it is heard by its links and its key only")
  func rehearsal() async throws {
    try await withHouse { house in
      let (body, key) = (Theatre.body("Lara", ["rehearsal": true]), ["Idempotency-Key": "rehearsed"])
      let performed = try await house.anna.post("/perform", body, headers: key).decode(PerformAnswer.self)
      let charged = try await house.charged()

      let again = try await house.anna.post("/perform", body, headers: key).decode(PerformAnswer.self)

      let list = try await house.listener.get("/users/anna/recordings")
      #expect(list.status == 200 && !list.text.contains(performed.recordingID))
      #expect(try await house.voice.client.get(performed.audioURL).status == 200)
      #expect(again.audioBase64 == performed.audioBase64)
      #expect(performed.charsUsedEffective > 0 && charged == performed.charsUsedEffective)
      #expect(try await house.charged() == charged)
    }
  }

  @Test("A note that its performer has deleted is neither spoken nor charged again under its key")
  func deleted() async throws {
    try await withHouse { house in
      let (body, key) = (Theatre.body("Lara", [:]), ["Idempotency-Key": "deleted"])
      let performed = try await house.anna.post("/perform", body, headers: key).decode(PerformAnswer.self)
      let charged = try await house.charged()
      let deletion = try await house.listener.delete("/users/anna/recordings/\(performed.recordingID)")

      let again = try await house.anna.post("/perform", body, headers: key)

      #expect(
        (200..<300).contains(deletion.status) && again.error == "RECORDING_NOT_FOUND", "\(again.text.prefix(300))")
      #expect(charged == performed.charsUsedEffective)
      #expect(try await house.charged() == charged)
    }
  }

  @Test("A note's record names the consent to the voice without telling whose it is or what was recorded")
  func consent() async throws {
    try await withHouse { house in
      let performed = try await house.anna.post("/perform", Theatre.body("Lara", [:])).decode(PerformAnswer.self)
      let meta = try await house.listener.get("/users/anna/voice/meta").json
      let audio = try #require(performed.audioBase64.flatMap { Data(base64Encoded: $0) })

      let answer = try await house.perform.client.send(
        "POST", "/provenance/verify", body: .bytes(Array(audio)), headers: ["Content-Type": "audio/mpeg"])

      let claims = try #require(try answer.decode(ProvenanceAnswer.self).claims)
      let hash = try #require(meta["consent"]?["sample_hash"]?.stringValue)
      #expect(claims.consentReference == meta["consent"]?["reference"]?.stringValue)
      #expect(claims.consentReference.count == 32)
      #expect(!answer.text.contains(hash) && !answer.text.contains("anna"))
      #expect(meta["voiceCloneId"]?.stringValue.map { answer.text.contains($0) } == false)
    }
  }
}
