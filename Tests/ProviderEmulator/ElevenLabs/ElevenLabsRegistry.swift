import Foundation

/// The official registry of codes: the announced target, for the part that was not seen in another form.
enum ElevenLabsRegistry {
  private static let codes: [(http: Int, type: String, codes: [String])] = [
    (
      400, "validation_error",
      [
        "text_too_long", "text_too_short", "invalid_text", "empty_text", "invalid_parameters",
        "missing_required_field", "invalid_voice_id", "invalid_audio", "invalid_audio_format", "audio_too_long",
        "audio_too_short", "invalid_file_type",
      ]
    ),
    (400, "invalid_request", ["bad_request", "malformed_json", "invalid_content_type", "request_too_large"]),
    (401, "authentication_error", ["missing_api_key", "unauthorized", "sign_in_required"]),
    (402, "payment_required", ["insufficient_credits"]),
    (
      403, "authorization_error",
      [
        "forbidden", "insufficient_permissions", "workspace_access_denied", "feature_not_available",
        "subscription_required", "model_access_denied",
      ]
    ),
    (404, "not_found", ["sample_not_found", "user_not_found", "history_item_not_found"]),
    (
      409, "conflict",
      [
        "conflict", "resource_already_exists", "voice_already_exists", "already_running", "already_processing",
        "concurrent_modification",
      ]
    ),
    (429, "rate_limit_error", ["rate_limit_exceeded"]),
    (500, "internal_error", ["internal_error"]),
    (503, "service_unavailable", ["service_unavailable", "maintenance"]),
  ]

  static let all: [ElevenLabsError] = codes.flatMap { row in
    row.codes.map {
      ElevenLabsError(
        name: $0, http: row.http, type: row.type, code: $0, status: $0,
        message: $0.replacing("_", with: " ").capitalized + ".")
    }
  }
}
