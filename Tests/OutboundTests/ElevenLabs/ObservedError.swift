import SpeechProviders
import Testing

/// A row of the provider's observed errors: what it answers and what we make of it.
struct ObservedError: Sendable, CustomTestStringConvertible {
  let name: String
  let http: Int
  let type: String?
  let code: String?
  let status: String?
  let expected: SpeechError.Code

  init(
    _ name: String, _ http: Int, _ type: String?, _ code: String?, _ status: String?, _ expected: SpeechError.Code
  ) {
    (self.name, self.http, self.type, self.code, self.status) = (name, http, type, code, status)
    self.expected = expected
  }

  var testDescription: String { "\(name) (\(http))" }

  var body: String {
    let fields = [
      ("type", type), ("code", code), ("status", status), ("message", "Some words."), ("request_id", "00ff"),
    ]
    let pairs = fields.compactMap { name, value in value.map { "\"\(name)\":\"\($0)\"" } }
    return "{\"detail\":{\(pairs.joined(separator: ","))}}"
  }

  static let all: [ObservedError] = [
    .init("bad key", 401, "authentication_error", "unauthorized", "invalid_api_key", .keyRefused),
    .init("id of a key", 400, "authentication_error", "invalid_api_key", "api_key_id_used_as_api_key", .keyRefused),
    .init("id of a key", 401, "authentication_error", "invalid_api_key", "api_key_id_used_as_api_key", .keyRefused),
    .init("no key", 401, "authentication_error", "unauthorized", "needs_authorization", .keyRefused),
    .init("bearer", 401, "authentication_error", "unauthorized", "invalid_authorization_header", .keyRefused),
    .init("missing scope", 401, "authentication_error", "unauthorized", "missing_permissions", .keyRefused),
    .init("out of credits", 401, "invalid_request", "quota_exceeded", "quota_exceeded", .outOfCredits),
    .init("out of credits", 402, "payment_required", "insufficient_credits", nil, .outOfCredits),
    .init("unusual activity", 401, nil, nil, "detected_unusual_activity", .keyRefused),
    .init(
      "no cloning", 400, "payment_required", "paid_plan_required", "can_not_use_instant_voice_cloning", .planRefused),
    .init("library voice", 402, "payment_required", "paid_plan_required", "payment_required", .planRefused),
    .init("slots full", 400, nil, "bad_request", "voice_limit_reached", .voiceLimitReached),
    .init("slots full, older", 400, nil, nil, "voice_limit_reached", .voiceLimitReached),
    .init("no more edits", 400, nil, nil, "voice_add_edit_limit_reached", .voiceAllowanceExhausted),
    .init("no more edits", 403, nil, nil, "voice_add_edit_limit_reached", .voiceAllowanceExhausted),
    .init("unknown voice", 404, "not_found", "voice_not_found", "voice_not_found", .voiceNotFound),
    .init("unknown voice", 400, nil, nil, "voice_not_found", .voiceNotFound),
    .init("malformed voice id", 400, nil, nil, "invalid_uid", .voiceNotFound),
    .init("unknown model", 400, nil, nil, "model_not_found", .invalidRequest),
    .init("long text", 400, nil, "text_too_long", "max_character_limit_exceeded", .invalidRequest),
    .init("empty text", 400, nil, "invalid_parameters", "input_text_empty", .invalidRequest),
    .init("bad speed", 400, nil, "invalid_voice_settings", "invalid_voice_settings", .invalidRequest),
    .init("unsupported option", 400, nil, "unsupported_model", nil, .invalidRequest),
    .init(
      "format of a higher tier", 403, "authorization_error", "subscription_required", "output_format_not_allowed",
      .planRefused),
    .init("unknown format", 403, nil, "invalid_output_format", "invalid_output_format", .invalidRequest),
    .init(
      "concurrency", 429, "rate_limit_error", "concurrent_limit_exceeded", "too_many_concurrent_requests",
      .tooManyConcurrent),
    .init("overload", 429, "rate_limit_error", "system_busy", "system_busy", .rateLimited),
    .init("rate limit", 429, "rate_limit_error", "rate_limit_exceeded", nil, .rateLimited),
    .init("undecodable audio", 400, "validation_error", "invalid_audio", "invalid_content", .sampleRefused),
    .init("same file twice", 400, nil, nil, nil, .invalidRequest),
    .init("professional voice", 403, nil, nil, "only_for_creator+", .planRefused),
    .init("maintenance", 503, "service_unavailable", "maintenance", nil, .unavailable),
    .init("internal error", 500, nil, "internal_error", nil, .unavailable),
  ]
}
