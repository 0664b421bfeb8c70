import BillingHost
import Foundation
import PerformHost
import ProviderEmulator
import Schemas
import ServiceClients
import TestSupport
import Testing
import VoiceHost

@Suite("perform, voice and billing together")
struct RealVoiceTests {
  @Test("A performer who uploaded a sample hears a note in that voice, and finds it among the recordings")
  func firstNote() async throws {
    await Seats.theatres.take()
    defer { Task { await Seats.theatres.give() } }
    let emulator = try await ProviderEmulator.start()
    let keys = ["ELEVEN_LABS_API_KEY": EmulatorOptions.elevenLabsKey, "ELEVEN_LABS_BASE_URL": emulator.url]
    try await withAuthDouble { auth in
      let addresses = ServiceAddresses([.auth: auth.url])
      let token = try await auth.tokens.user("anna")
      try await withRunningHost(BillingHost.definition, addresses: addresses) { billing in
        addresses.set(billing.url, for: .billing)
        try await withRunningHost(VoiceHost.definition, environment: keys, addresses: addresses) { voice in
          addresses.set(voice.url, for: .voice)
          let listener = voice.client.with(token: token)
          let upload: JSONValue = [
            "audio_base64": .string(try Data(contentsOf: URL(fileURLWithPath: SpeechClip.path)).base64EncodedString()),
            "mime_type": "audio/webm",
            "consent": true,
          ]
          let uploaded = try await listener.post("/users/anna/voice", upload)
          #expect(uploaded.status == 200, "\(uploaded.text.prefix(400))")

          try await withPerform(emulator, [:], addresses) { perform, _ in
            let anna = perform.client.with(token: token)
            let key = ["Idempotency-Key": "first"]
            let answer = try await anna.post("/perform", Theatre.body("Lara", [:]), headers: key)
            let again = try await anna.post("/perform", Theatre.body("Lara", [:]), headers: key)

            #expect(answer.status == 200, "\(answer.text.prefix(400))")
            let performed = try answer.decode(PerformAnswer.self)
            #expect(try again.decode(PerformAnswer.self).audioBase64 == performed.audioBase64)
            let heard = try await listener.with(token: nil).get(performed.audioURL)
            #expect(heard.status == 200 && Data(heard.bytes).base64EncodedString() == performed.audioBase64)
            let list = try await listener.get("/users/anna/recordings?kind=note")
            #expect(list.text.contains(performed.recordingID))
          }
        }
      }
    }
    await emulator.stop()
  }
}
