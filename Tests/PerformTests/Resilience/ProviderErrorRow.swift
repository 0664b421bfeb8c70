import Schemas
import Testing

/// A row of the speech provider's error table, as the emulator knows it, and what a performer is told.
struct ProviderErrorRow: Sendable, CustomTestStringConvertible {
  let name: String
  let code: ErrorCode
  /// Requests for speech that one performance makes of it.
  let tries: Int

  var testDescription: String { name }

  /// The provider is well and says no.
  static let refusals: [ProviderErrorRow] =
    rows(
      .providerKeyRefused,
      [
        "invalid_api_key", "needs_authorization", "invalid_authorization_header", "missing_permissions",
        "api_key_id_used_as_api_key", "workspace_not_found", "detected_unusual_activity", "voice_access_denied",
        "missing_api_key", "unauthorized", "sign_in_required", "forbidden", "insufficient_permissions",
        "workspace_access_denied",
      ])
    + rows(
      .providerPlanRefused,
      [
        "payment_required", "can_not_use_instant_voice_cloning", "output_format_not_allowed", "only_for_creator_plus",
        "feature_not_available", "subscription_required", "model_access_denied",
      ])
    + rows(.providerOutOfCredits, ["quota_exceeded", "insufficient_credits"])
    + rows(.poolExhausted, ["voice_limit_reached", "voice_limit_reached_legacy"])
    + rows(.voiceAllowanceExhausted, ["voice_add_edit_limit_reached", "voice_add_edit_limit_reached_403"])
    + rows(
      .voiceCloneRequired,
      ["voice_not_found", "voice_not_found_404", "voice_does_not_exist", "invalid_uid", "invalid_voice_id"])
    + rows(
      .providerRefused,
      [
        "model_not_found", "max_character_limit_exceeded", "input_text_empty", "invalid_voice_settings",
        "invalid_ttd_stability", "unsupported_model", "invalid_output_format", "invalid_parameters", "invalid_labels",
        "invalid_page_size", "invalid_cursor", "text_too_long", "text_too_short", "invalid_text", "empty_text",
        "missing_required_field", "bad_request", "malformed_json", "invalid_content_type", "sample_not_found",
        "user_not_found", "history_item_not_found", "conflict", "resource_already_exists", "voice_already_exists",
      ])
    + rows(
      .providerSampleRefused,
      [
        "invalid_content", "same_file_twice", "invalid_audio", "invalid_audio_format", "audio_too_long",
        "audio_too_short", "invalid_file_type", "request_too_large",
      ])

  /// The provider is not well, or has too much to do: tried three times.
  static let troubles: [ProviderErrorRow] =
    rows(
      .providerRateLimited,
      [
        "too_many_concurrent_requests", "system_busy", "rate_limit_exceeded", "already_running", "already_processing",
        "concurrent_modification",
      ], tries: 3)
    + rows(.providerUnavailable, ["internal_error", "service_unavailable", "maintenance"], tries: 3)

  private static func rows(_ code: ErrorCode, _ names: [String], tries: Int = 1) -> [ProviderErrorRow] {
    names.map { ProviderErrorRow(name: $0, code: code, tries: tries) }
  }
}
