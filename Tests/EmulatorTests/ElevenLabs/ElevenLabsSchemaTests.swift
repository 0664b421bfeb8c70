import Foundation
import ProviderEmulator
import Testing

@Suite("ElevenLabs bodies and the official schema")
struct ElevenLabsSchemaTests {
  @Test(
    "Every answer fits its schema",
    arguments: [
      ("/v1/voices", "GetVoicesResponseModel"), ("/v2/voices?page_size=1", "GetVoicesV2ResponseModel"),
      ("/v1/voices/VOICE", "VoiceResponseModel"), ("/v1/voices/VOICE/settings", "VoiceSettingsResponseModel"),
      ("/v1/user/subscription", "ExtendedSubscriptionResponseModel"), ("/v1/user", "UserResponseModel"),
    ])
  func answersFit(path: String, schema: String) async throws {
    try await withEmulator { _, client in
      let validator = try SchemaValidator("elevenlabs")
      let tone = try ToneFile()
      let added = try await client.form("/v1/voices/add", fields: ["name": "Ana"], files: [tone.path])
      let voice = try #require(added.json["voice_id"]?.string)

      let answer = try await client.elevenLabs(path.replacingOccurrences(of: "VOICE", with: voice))

      #expect(answer.status == 200)
      #expect(validator.complaints(added.json, against: "AddVoiceIVCResponseModel") == [])
      #expect(validator.complaints(answer.json, against: schema) == [])
    }
  }

  @Test("Every model of the list fits its schema")
  func modelsFit() async throws {
    try await withEmulator { _, client in
      let validator = try SchemaValidator("elevenlabs")

      let models = try await client.elevenLabs("/v1/models").json.array ?? []

      #expect(models.count == 11)
      for model in models { #expect(validator.complaints(model, against: "ModelResponseModel") == []) }
    }
  }

  @Test("Edit, delete and validation answers fit their schemas")
  func changesFit() async throws {
    try await withEmulator { emulator, client in
      let validator = try SchemaValidator("elevenlabs")
      let voice = emulator.state.addForeignVoice(name: "Ana").id

      let edited = try await client.form("/v1/voices/\(voice)/edit", fields: ["name": "Bea"])
      let deleted = try await client.elevenLabs("/v1/voices/\(voice)", method: "DELETE")
      let refused = try await client.speak(["text": nil, "voice_settings": ["stability": 2, "speed": "fast"]])

      #expect(validator.complaints(edited.json, against: "EditVoiceResponseModel") == [])
      #expect(validator.complaints(deleted.json, against: "DeleteVoiceResponseModel") == [])
      #expect(refused.status == 422)
      #expect(refused.json["detail"]?.array?.count == 3)
      #expect(validator.complaints(refused.json, against: "HTTPValidationError") == [])
    }
  }
}
