import Foundation
import OutboundHTTP
import ProviderEmulator
import Schemas
import TestSupport
import Testing

@Suite("What a provider's refusal of a clone is called")
struct ProviderErrorTests {
  private static let rows: [String: [String]] = [
    "PROVIDER_KEY_REFUSED": [
      "invalid_api_key", "needs_authorization", "invalid_authorization_header", "missing_permissions",
      "api_key_id_used_as_api_key", "workspace_not_found", "detected_unusual_activity", "voice_access_denied",
      "missing_api_key", "unauthorized", "sign_in_required", "forbidden", "insufficient_permissions",
      "workspace_access_denied",
    ],
    "PROVIDER_OUT_OF_CREDITS": ["quota_exceeded", "insufficient_credits"],
    "PROVIDER_PLAN_REFUSED": [
      "can_not_use_instant_voice_cloning", "payment_required", "output_format_not_allowed", "only_for_creator_plus",
      "feature_not_available", "subscription_required", "model_access_denied",
    ],
    "POOL_EXHAUSTED": ["voice_limit_reached", "voice_limit_reached_legacy"],
    "VOICE_ALLOWANCE_EXHAUSTED": ["voice_add_edit_limit_reached", "voice_add_edit_limit_reached_403"],
    "PROVIDER_RATE_LIMITED": [
      "too_many_concurrent_requests", "system_busy", "rate_limit_exceeded", "already_running", "already_processing",
      "concurrent_modification",
    ],
    "PROVIDER_SAMPLE_REFUSED": [
      "invalid_content", "same_file_twice", "invalid_audio", "invalid_audio_format", "audio_too_long",
      "audio_too_short", "invalid_file_type", "request_too_large",
    ],
    "PROVIDER_UNAVAILABLE": ["internal_error", "service_unavailable", "maintenance"],
    "VOICE_CLONE_REQUIRED": [
      "voice_not_found_404", "voice_not_found", "voice_does_not_exist", "invalid_uid", "invalid_voice_id",
    ],
  ]

  /// Everything else says that our request was wrong.
  private static let expected: [String: String] = rows.reduce(into: [:]) { table, row in
    for name in row.value { table[name] = row.key }
  }

  private static let generous = [
    "CLONES_PER_DAY": "1000", "RATE_LIMIT_CLONE": "1000/60000", "RATE_LIMIT_CLONE_IP": "1000/60000",
  ]

  private static func status(of code: String?) -> Int {
    switch code {
    case "POOL_EXHAUSTED", "VOICE_ALLOWANCE_EXHAUSTED", "PROVIDER_RATE_LIMITED", "PROVIDER_UNAVAILABLE": 503
    case "VOICE_CLONE_REQUIRED": 409
    default: 502
    }
  }

  @Test("Every row of the emulator's tables has its code, names the failed action and leaves no voice")
  func everyRow() async throws {
    try await withCloningVoice(Self.generous, samples: [SeededSample("u")]) { world in
      let client = try await world.user("u")
      let provider = try #require(world.provider)
      for name in ProviderEmulator.elevenLabsErrorNames {
        provider.script(Fault(.voicesAdd, times: -1) { $0.error = name })

        let failed = try await client.makeClone(of: "u")

        let code = Self.expected[name] ?? "PROVIDER_REFUSED"
        #expect(failed.error == code && failed.status == Self.status(of: code), "\(name): \(failed.text)")
        #expect(failed.json["clone_action"] == "create_failed", "\(name)")
        provider.clearFaults()
      }
      #expect(Set(Self.expected.keys).isSubset(of: ProviderEmulator.elevenLabsErrorNames))
      #expect(try await client.meta(of: "u").json["clone_state"] == "failed")
      #expect(provider.snapshot.ownVoices.isEmpty)
      #expect(try await client.makeClone(of: "u").json["action"] == "created_real")
    }
  }

  @Test(
    "Answers that no table has are told apart as well",
    arguments: [
      (422, #"{"detail":[{"type":"missing","loc":["body","name"],"msg":"Field required"}]}"#, "PROVIDER_REFUSED"),
      (404, #"{"detail":"Not Found"}"#, "PROVIDER_REFUSED"), (408, "", "PROVIDER_TIMEOUT"),
      (502, "<html>Bad gateway</html>", "PROVIDER_UNAVAILABLE"), (429, "<html>", "PROVIDER_RATE_LIMITED"),
      (401, "", "PROVIDER_KEY_REFUSED"), (200, "<html>", "PROVIDER_ANSWER_INVALID"),
      (200, "{}", "PROVIDER_ANSWER_INVALID"),
    ])
  func foreignAnswers(status: Int, body: String, code: String) async throws {
    try await withCloningVoice(samples: [SeededSample("u")]) { world in
      world.provider?.script(
        Fault(.voicesAdd) {
          $0.status = status
          $0.body = body
        })

      let failed = try await world.user("u").makeClone(of: "u")

      #expect(failed.error == code && (failed.status == 502 || failed.status == 503), "\(failed.text)")
      #expect(!failed.text.contains("html") && !failed.text.contains("Field required"))
    }
  }
}
