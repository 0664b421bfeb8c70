import Schemas
import ServiceConfiguration
import ServiceHost
import TestSupport
import Testing
import VoiceHost

@Suite("The voice service as a whole")
struct VoiceHostTests {
  private let needed = [
    "SERVICE_SECRET": TestEnvironment.serviceSecret, "SECRET_KEY": TestEnvironment.secretKey,
  ]

  private func check(_ environment: [String: String]) throws {
    try VoiceHost.definition.check(needed.merging(environment) { _, own in own })
  }

  @Test("Every malformed variable is reported at once")
  func configuration() throws {
    try check([:])

    let refused = #expect(throws: ConfigurationRefused.self) {
      try check([
        "SECRET_KEY": "short", "SPEECH_PROVIDERS": "elevenlabs", "LEASE_SECONDS": "x", "CLONES_PER_DAY": "0",
        "MAX_UPLOAD_BYTES": "-1", "RATE_LIMIT_CLONE": "fast", "ELEVEN_LABS_POOL_CAPACITY": "none",
        "ELEVEN_LABS_POOL_SIZE": "3",
      ])
    }

    #expect(
      Set(refused?.problems.map(\.variable) ?? []) == [
        "SECRET_KEY", "SPEECH_PROVIDERS", "LEASE_SECONDS", "CLONES_PER_DAY", "MAX_UPLOAD_BYTES", "RATE_LIMIT_CLONE",
        "ELEVEN_LABS_POOL_CAPACITY", "ELEVEN_LABS_POOL_SIZE",
      ])
  }

  @Test("Health tells the model and which keys are there, never the keys")
  func health() async throws {
    try await withCloningVoice(["ELEVENLABS_MODEL": "eleven_flash_v2_5"]) { world in
      let health = try await world.host.client.get("/health").json

      #expect(health["elevenlabs_model"] == "eleven_flash_v2_5" && health["has_elevenlabs_api_key"] == true)
      #expect(health["has_google_api_key"] == false)
      #expect(!world.host.logs.lines.contains { $0.contains("sk_emulator") })
    }
  }
}
