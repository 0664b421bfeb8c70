import BillingHost
import Foundation
import PerformHost
import ProviderEmulator
import Schemas
import ServiceClients
import TestSupport
import Testing
import VoiceHost

/// perform, voice and billing as they are, with auth's double and the provider emulator. `anna` has uploaded a sample.
struct House: Sendable {
  let perform: RunningHost
  let voice: RunningHost
  let billing: RunningHost
  /// anna's access token.
  let token: String

  /// anna at perform.
  var anna: TestClient { perform.client.with(token: token) }

  /// anna at voice.
  var listener: TestClient { voice.client.with(token: token) }

  func charged() async throws -> Int {
    try await billing.client.with(token: token).get("/users/anna/usage").decode(UsageAnswer.self).charCount
  }
}

/// Runs `body` in a house of its own.
func withHouse(_ body: (House) async throws -> Void) async throws {
  await Seats.theatres.take()
  defer { Task { await Seats.theatres.give() } }
  let emulator = try await ProviderEmulator.start()
  do {
    try await withHouse(emulator, body)
    await emulator.stop()
  } catch {
    await emulator.stop()
    throw error
  }
}

private func withHouse(_ emulator: ProviderEmulator, _ body: (House) async throws -> Void) async throws {
  let keys = ["ELEVEN_LABS_API_KEY": EmulatorOptions.elevenLabsKey, "ELEVEN_LABS_BASE_URL": emulator.url]
  try await withAuthDouble { auth in
    let addresses = ServiceAddresses([.auth: auth.url])
    let token = try await auth.tokens.user("anna")
    try await withRunningHost(BillingHost.definition, addresses: addresses) { billing in
      addresses.set(billing.url, for: .billing)
      try await withRunningHost(VoiceHost.definition, environment: keys, addresses: addresses) { voice in
        addresses.set(voice.url, for: .voice)
        try await withPerform(emulator, [:], addresses) { perform, _ in
          let house = House(perform: perform, voice: voice, billing: billing, token: token)
          try await house.uploadSample()
          try await body(house)
        }
      }
    }
  }
}

extension House {
  fileprivate func uploadSample() async throws {
    let clip = try Data(contentsOf: URL(fileURLWithPath: SpeechClip.path)).base64EncodedString()
    let uploaded = try await listener.post(
      "/users/anna/voice", ["audio_base64": .string(clip), "mime_type": "audio/webm", "consent": true])
    #expect(uploaded.status == 200, "\(uploaded.text.prefix(400))")
  }
}
