import Foundation
import OutboundHTTP
import ProviderEmulator
import Schemas
import ServiceClients
import ServiceHTTP
import ServiceHost
import TestSupport
import Testing

/// What is in the note beside the provider's own speech.
@Suite(.serialized) struct SoundTests {
  @Test("With the background off the provider's audio is passed on untouched")
  func untouched() async throws {
    try await withDeployment(.allInOne, .emulated) { deployment in
      let performer = try await Performer.register(deployment)
      _ = try await performer.upload()
      let answer = try await performer.perform(extra: ["settings_override": ["add_background_sound": false]])
      let note = try answer.decode(PerformAnswer.self)
      let speech = try await Self.speech(of: note, performer, deployment)

      let audio = [UInt8](try #require(note.audioBase64.flatMap { Data(base64Encoded: $0) }))

      // All but the first frame, which may be a description of the file, and the tag before it.
      let frames = speech.suffix(speech.count - 2000)
      #expect(audio.count >= frames.count && audio.suffix(frames.count).elementsEqual(frames))
    }
  }

  @Test("Mixing leaves the voice's level as it was, and adds 1.5 s of room around the words")
  func level() async throws {
    try await withDeployment(.allInOne, .emulated) { deployment in
      let performer = try await Performer.register(deployment)
      _ = try await performer.upload()
      let answer = try await performer.perform(extra: ["settings_override": ["background_volume": 0.3]])
      let note = try answer.decode(PerformAnswer.self)
      let speech = try await Listening.samples(Data(Self.speech(of: note, performer, deployment)))
      let mixed = try await Listening.samples(try #require(note.audioBase64.flatMap { Data(base64Encoded: $0) }))

      let found = try #require(Projection(of: speech, in: mixed))

      #expect(abs(found.decibels) <= 0.5, "\(found)")
      #expect(abs(found.seconds - 0.6) <= 0.06, "\(found)")
      #expect(abs(note.durationSeconds - Double(speech.count) / Listening.rate - 1.5) <= 0.1)
    }
  }

  /// What the provider says when it is asked for the same words itself.
  private static func speech(
    of note: PerformAnswer, _ performer: Performer, _ deployment: Deployment
  ) async throws -> [UInt8] {
    let meta = try await performer.client.get("/users/\(performer.id)/voice/meta")
    let voice = try #require(meta.json["voiceCloneId"]?.stringValue)
    var request = OutboundRequest(
      method: "POST",
      url: deployment.emulator.url + "/v1/text-to-speech/\(voice)/stream?output_format=mp3_44100_128",
      headers: [("xi-api-key", EmulatorOptions.elevenLabsKey), ("Content-Type", "application/json")])
    request.body = .bytes(
      try WireJSON.encode(["text": .string(note.text), "model_id": .string(note.model)] as JSONValue))
    let response = try await performer.client.transport.send(request)
    try #require(response.status == 200)
    return try await response.body.collect(upTo: 4 << 20)
  }
}
