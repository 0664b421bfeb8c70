import Foundation
import ProviderEmulator
import Testing

@Suite("Keys at ElevenLabs")
struct ElevenLabsKeyTests {
  @Test(
    "A key that is wrong, misshapen or missing gets its own refusal",
    arguments: [
      ("sk_wrong", 401, "invalid_api_key"), ("AbCdEfGhIjKlMnOpQrSt", 400, "api_key_id_used_as_api_key"),
      (nil, 401, "needs_authorization"),
    ])
  func keys(key: String?, status: Int, detail: String) async throws {
    try await withEmulator { _, client in
      var client = client
      client.key = key

      let answer = try await client.elevenLabs("/v1/user/subscription")

      #expect(answer.status == status)
      #expect(answer.detail == detail)
      #expect(answer.headers["x-trace-id"] == answer.json["detail"]?["request_id"]?.string)
      #expect(answer.headers["request-id"] == nil)
    }
  }

  @Test("A bearer token is refused as such, and a missing scope with 401")
  func bearerAndScope() async throws {
    try await withEmulator { emulator, client in
      var anonymous = client
      anonymous.key = nil
      emulator.state.update { $0.account.scopes = ["text_to_speech"] }

      let bearer = try await anonymous.elevenLabs("/v1/voices", ["-H", "Authorization: Bearer sk_emulator"])
      let scope = try await client.elevenLabs("/v1/user")

      #expect(bearer.detail == "invalid_authorization_header")
      #expect(scope.status == 401)
      #expect(scope.text.contains("missing the permission user_read"))
    }
  }

  @Test("A key given at the start is accepted")
  func givenKey() async throws {
    var options = EmulatorOptions()
    options.elevenLabsKeys = ["sk_ours"]
    try await withEmulator(options) { _, client in
      var client = client
      client.key = "sk_ours"

      let answer = try await client.elevenLabs("/v1/user")

      #expect(answer.status == 200)
    }
  }

  @Test("Errors come compressed when the client says that it can decode them")
  func compressed() async throws {
    try await withEmulator { _, client in
      let answer = try await client.elevenLabs("/v1/voices/nobody", ["--compressed"])

      #expect(answer.headers["content-encoding"] == "gzip")
      #expect(answer.detail == "voice_not_found")
    }
  }

  @Test("Paths that do not exist answer with a bare string")
  func noSuchPath() async throws {
    try await withEmulator { _, client in
      let answer = try await client.elevenLabs("/v1/nothing")

      #expect(answer.status == 404)
      #expect(answer.json == ["detail": "Not Found"])
    }
  }
}
