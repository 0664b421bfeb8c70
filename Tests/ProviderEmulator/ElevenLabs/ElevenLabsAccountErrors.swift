/// Refusals because of the plan or of what is used up.
enum ElevenLabsAccountErrors {
  static let quotaExceeded = ElevenLabsError(
    name: "quota_exceeded", http: 401, type: "invalid_request", code: "quota_exceeded", status: "quota_exceeded",
    message: "This request exceeds your quota of 10000. You have 1 credits remaining, "
      + "while 22 credits are required for this request.")
  static let unusualActivity = ElevenLabsError(
    name: "detected_unusual_activity", http: 401, status: "detected_unusual_activity",
    message: "Unusual activity detected. Free Tier usage disabled.")
  static let noInstantCloning = ElevenLabsError(
    name: "can_not_use_instant_voice_cloning", http: 400, type: "payment_required", code: "paid_plan_required",
    status: "can_not_use_instant_voice_cloning",
    message: "Your subscription has no access to use instant voice cloning, please upgrade.")
  static let libraryVoice = ElevenLabsError(
    name: "payment_required", http: 402, type: "payment_required", code: "paid_plan_required",
    status: "payment_required", message: "Free users cannot use library voices via the API.")
  static let voiceLimit = ElevenLabsError(
    name: "voice_limit_reached", http: 400, type: "invalid_request", code: "bad_request",
    status: "voice_limit_reached", message: voiceLimitMessage(10, 10))
  static let legacyVoiceLimit = ElevenLabsError(
    name: "voice_limit_reached_legacy", http: 400, status: "voice_limit_reached",
    message: voiceLimitMessage(10, 10), envelope: .legacy)
  static let addEditLimit = addEdit("voice_add_edit_limit_reached", http: 400)
  static let addEditLimitForbidden = addEdit("voice_add_edit_limit_reached_403", http: 403)
  static let formatNeedsTier = ElevenLabsError(
    name: "output_format_not_allowed", http: 403, type: "authorization_error", code: "subscription_required",
    status: "output_format_not_allowed",
    message: "Output format 'wav_44100' is only available on the Pro tier and above.")
  static let professionalVoice = ElevenLabsError(
    name: "only_for_creator_plus", http: 403, status: "only_for_creator+",
    message: "Professional voices are only available on the Creator tier and above.", envelope: .legacy)
  /// A voice that must be verified first; how the live API refuses it is not known.
  static let unverifiedVoice = ElevenLabsError(
    name: "voice_access_denied", http: 403, type: "authorization_error", code: "voice_access_denied",
    status: "voice_access_denied", message: "This voice must be verified before it can be used.")

  static let all = [
    quotaExceeded, unusualActivity, noInstantCloning, libraryVoice, voiceLimit, legacyVoiceLimit, addEditLimit,
    addEditLimitForbidden, formatNeedsTier, professionalVoice, unverifiedVoice,
  ]

  static func voiceLimitMessage(_ used: Int, _ limit: Int) -> String {
    "You have reached your maximum amount of custom voices (\(used) / \(limit)). "
      + "You can upgrade your subscription to increase your custom voice limit."
  }

  private static func addEdit(_ name: String, http: Int) -> ElevenLabsError {
    ElevenLabsError(
      name: name, http: http, status: "voice_add_edit_limit_reached",
      message: "You have reached your maximum amount of voice add/edit operations.")
  }
}
