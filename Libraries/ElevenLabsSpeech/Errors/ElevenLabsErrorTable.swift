import SpeechProviders

/// What the provider's error words mean to us.
///
/// An answer carries up to three words (`status`, `code`, `type`), of which some are generic. The first row whose word is
/// among them decides, so specific words stand above generic ones. Without a known word the HTTP status decides.
enum ElevenLabsErrorTable {
  static let words: [(word: String, code: SpeechError.Code)] = [
    ("quota_exceeded", .outOfCredits),
    ("insufficient_credits", .outOfCredits),

    ("can_not_use_instant_voice_cloning", .planRefused),
    ("output_format_not_allowed", .planRefused),
    ("only_for_creator+", .planRefused),
    ("paid_plan_required", .planRefused),
    ("subscription_required", .planRefused),
    ("feature_not_available", .planRefused),
    ("model_access_denied", .planRefused),

    ("voice_limit_reached", .voiceLimitReached),
    ("voice_add_edit_limit_reached", .voiceAllowanceExhausted),

    ("voice_not_found", .voiceNotFound),
    ("voice_does_not_exist", .voiceNotFound),
    ("invalid_uid", .voiceNotFound),
    ("invalid_voice_id", .voiceNotFound),

    ("too_many_concurrent_requests", .tooManyConcurrent),
    ("concurrent_limit_exceeded", .tooManyConcurrent),
    ("system_busy", .rateLimited),
    ("already_running", .rateLimited),
    ("already_processing", .rateLimited),
    ("concurrent_modification", .rateLimited),
    ("rate_limit_exceeded", .rateLimited),

    ("invalid_content", .sampleRefused),
    ("invalid_audio", .sampleRefused),
    ("invalid_audio_format", .sampleRefused),
    ("invalid_file_type", .sampleRefused),
    ("audio_too_long", .sampleRefused),
    ("audio_too_short", .sampleRefused),
    ("invalid_files", .sampleRefused),
    ("request_too_large", .sampleRefused),

    ("model_not_found", .invalidRequest),
    ("unsupported_model", .invalidRequest),
    ("max_character_limit_exceeded", .invalidRequest),
    ("text_too_long", .invalidRequest),
    ("text_too_short", .invalidRequest),
    ("input_text_empty", .invalidRequest),
    ("empty_text", .invalidRequest),
    ("invalid_text", .invalidRequest),
    ("invalid_voice_settings", .invalidRequest),
    ("invalid_ttd_stability", .invalidRequest),
    ("invalid_output_format", .invalidRequest),
    ("invalid_parameters", .invalidRequest),
    ("missing_required_field", .invalidRequest),

    ("invalid_api_key", .keyRefused),
    ("api_key_id_used_as_api_key", .keyRefused),
    ("needs_authorization", .keyRefused),
    ("missing_api_key", .keyRefused),
    ("invalid_authorization_header", .keyRefused),
    ("missing_permissions", .keyRefused),
    ("insufficient_permissions", .keyRefused),
    ("detected_unusual_activity", .keyRefused),
    ("workspace_access_denied", .keyRefused),
    ("workspace_not_found", .keyRefused),
    ("voice_access_denied", .keyRefused),
    ("sign_in_required", .keyRefused),

    ("internal_error", .unavailable),
    ("service_unavailable", .unavailable),
    ("maintenance", .unavailable),

    ("payment_required", .planRefused),
    ("rate_limit_error", .rateLimited),
    ("unauthorized", .keyRefused),
    ("forbidden", .keyRefused),
    ("authentication_error", .keyRefused),
    ("authorization_error", .keyRefused),
    ("validation_error", .invalidRequest),
    ("invalid_request", .invalidRequest),
  ]

  static func code(words found: [String], httpStatus: Int, during operation: ElevenLabsOperation) -> SpeechError.Code {
    if let row = words.first(where: { found.contains($0.word) }) { return row.code }
    if httpStatus == 404 && operation == .delete { return .voiceNotFound }
    return code(httpStatus: httpStatus)
  }

  private static func code(httpStatus: Int) -> SpeechError.Code {
    switch httpStatus {
    case 401, 403: .keyRefused
    case 402: .outOfCredits
    case 408: .timeout
    case 429: .rateLimited
    case 400..<500: .invalidRequest
    case 500...: .unavailable
    default: .malformedAnswer
    }
  }
}
