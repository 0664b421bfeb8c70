import Foundation
import ProviderEmulator
import Testing

@Suite("The control plane")
struct ControlPlaneTests {
  @Test("State, account, voices, faults and reset work from outside")
  func roundTrip() async throws {
    try await withEmulator { _, client in
      _ = try await client.control("account", method: "PATCH", ["tier": "free", "voice_limit": 4])
      let voice = try await client.control("voices", method: "POST", ["name": "Foreign", "labels": ["owner": "x"]])
      _ = try await client.control("faults", method: "POST", ["endpoint": "elevenlabs.user", "error": "system_busy"])
      let faulty = try await client.elevenLabs("/v1/user")
      let state = try await client.control("state", method: "GET").json
      let reset = try await client.control("reset", method: "POST").json

      #expect(voice.json["voice_id"]?.string?.count == 20)
      #expect(faulty.status == 429)
      #expect(state["account"]?["voice_limit"] == 4)
      #expect(state["account"]?["can_use_instant_voice_cloning"] == false)
      #expect(state["voices"]?.array?.first?["labels"] == ["owner": "x"])
      #expect(state["calls"] == ["elevenlabs.user": 1])
      #expect(reset["voices"] == [])
      #expect(reset["account"]?["tier"] == "creator")
    }
  }

  @Test("The journal shows what was sent, by endpoint")
  func journal() async throws {
    try await withEmulator { _, client in
      let tone = try ToneFile()
      _ = try await client.form("/v1/voices/add", fields: ["name": "Ana"], files: [tone.path])
      _ = try await client.speak(["seed": 7])

      let added = try await client.control("journal?endpoint=elevenlabs.voices_add", method: "GET").json["entries"]
      let spoken = try await client.control("journal?endpoint=elevenlabs.speech", method: "GET").json["entries"]

      let parts = added?.array?.first?["body"]?.array ?? []
      #expect(parts.compactMap { $0["name"]?.string } == ["name", "files"])
      #expect(parts.last?["size"] == 32_044)
      #expect(spoken?.array?.first?["body"]?["seed"] == 7)
      #expect(spoken?.array?.first?["status"] == 200)
      #expect(spoken?.array?.first?["headers"]?["xi-api-key"] == "sk_emulator")
    }
  }

  @Test(
    "Typing errors are refused",
    arguments: [
      ("faults", "POST", ["error": "no_such_row"]), ("faults", "POST", ["endpint": "elevenlabs.user"]),
      ("account", "PATCH", ["voice_limits": 1]), ("latency", "PUT", ["profile": "slow"]),
    ] as [(String, String, JSON)])
  func typingErrors(path: String, method: String, body: JSON) async throws {
    try await withEmulator { _, client in
      let answer = try await client.control(path, method: method, body)

      #expect(answer.status == 400)
    }
  }

  @Test("Every error row of both providers can be scripted and has its own status")
  func everyRow() async throws {
    try await withEmulator { _, client in
      let names = try await client.control("errors", method: "GET").json
      let elevenLabs = names["elevenlabs"]?.array?.compactMap(\.string) ?? []
      let gemini = names["gemini"]?.array?.compactMap(\.string) ?? []
      let faults =
        elevenLabs.map { JSON.object(["endpoint": "elevenlabs.user", "error": .string($0)]) }
        + gemini.map { JSON.object(["endpoint": "gemini.model_get", "error": .string($0)]) }
      _ = try await client.control("faults", method: "POST", .array(faults))

      for name in elevenLabs { #expect(try await client.elevenLabs("/v1/user").status >= 400, "\(name)") }
      for name in gemini { #expect(try await client.gemini("/v1/models/x").status >= 400, "\(name)") }

      #expect(elevenLabs.count > 60)
      #expect(gemini.count > 20)
      #expect(try await client.elevenLabs("/v1/user").status == 200)
    }
  }
}
