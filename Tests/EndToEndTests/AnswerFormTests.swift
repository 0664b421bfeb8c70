import Foundation
import OutboundHTTP
import Schemas
import ServiceClients
import ServiceHTTP
import ServiceHost
import TestSupport
import Testing

/// The three forms of a performance's answer, and repeating it.
@Suite(.serialized) struct AnswerFormTests {
  @Test("The streamed form is the same MP3 as the stored recording, with its facts in headers")
  func streamed() async throws {
    try await withDeployment(.allInOne, .emulated) { deployment in
      let performer = try await Performer.register(deployment)
      _ = try await performer.upload()

      let answer = try await performer.perform(headers: ["Accept": "audio/mpeg"])

      try #require(answer.status == 200, "\(answer.text)")
      let recording = try #require(answer.headers["X-Recording-Id"])
      let stored = try await performer.client.get("/users/\(performer.id)/recordings/\(recording)/audio")
      #expect(answer.headers["Content-Type"] == "audio/mpeg")
      #expect(answer.headers["X-Voice-Source"] == "provider_voice_id")
      #expect(answer.headers["X-Text-Source"] == "gemini")
      #expect(answer.headers["Server-Timing"] != nil)
      #expect(stored.bytes == answer.bytes)
    }
  }

  @Test("What older clients are told of an MP3's name is where they find it")
  func fileName() async throws {
    try await withDeployment(.allInOne, .emulated) { deployment in
      let performer = try await Performer.register(deployment)
      _ = try await performer.upload()

      let made = try await performer.client.post("/generate-audio", ["topic": "fear", "value": "spiders"])
      try #require(made.status == 200, "\(made.text)")
      let answer = try made.decode(ThoughtAudioAnswer.self)
      let stored = try await performer.client.get("/audio/\(answer.filename)")

      #expect(stored.status == 200)
      #expect(Data(stored.bytes).base64EncodedString() == answer.audioBase64)
    }
  }

  @Test("The asynchronous form hands out signed links that play without a token")
  func asynchronous() async throws {
    try await withDeployment(.allInOne, .emulated) { deployment in
      let performer = try await Performer.register(deployment)
      _ = try await performer.upload()

      let accepted = try await performer.perform(headers: ["Prefer": "respond-async"])
      try #require(accepted.status == 202, "\(accepted.text)")
      let links = try accepted.decode(PerformAcceptedAnswer.self)
      let stream = try await deployment.client.get(links.streamURL)
      let audio = try await deployment.client.get(links.audioURL)

      #expect(stream.status == 200)
      #expect(stream.bytes.count > 20_000)
      #expect(audio.bytes == stream.bytes)
      #expect(!links.streamURL.contains("spiders") && !links.audioURL.contains("spiders"))
    }
  }

  @Test("The same Idempotency-Key gives the same note and one charge; with another body it is refused")
  func repeated() async throws {
    try await withDeployment(.fourServices, .emulated) { deployment in
      let performer = try await Performer.register(deployment)
      _ = try await performer.upload()
      let key = ["Idempotency-Key": "show-1"]

      let first = try await performer.perform(headers: key)
      let again = try await performer.perform(headers: key)
      let other = try await performer.perform(value: "heights", headers: key)

      let note = try first.decode(PerformAnswer.self)
      let replayed = try again.decode(PerformAnswer.self)
      #expect(replayed.recordingID == note.recordingID)
      #expect(replayed.audioBase64 == note.audioBase64)
      #expect(replayed.text == note.text)
      let charged = try await performer.charCount()
      let notes = try await performer.notes()
      #expect(charged == note.charsUsedEffective)
      #expect(notes.count == 1)
      #expect(other.status == 422 && other.error == "IDEMPOTENCY_KEY_REUSED")
      let locks = try await deployment.redis?.calls(of: "set") ?? 0
      #expect(locks > 0, "the performance's lock is in Redis")
    }
  }
}
