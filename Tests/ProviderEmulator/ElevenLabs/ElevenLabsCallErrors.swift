/// Refusals of one call: its parameters, its audio, the load.
enum ElevenLabsCallErrors {
  static let voiceNotFoundForSpeech = ElevenLabsError(
    name: "voice_not_found_404", http: 404, type: "not_found", code: "voice_not_found", status: "voice_not_found",
    message: "A voice with voice_id 'x' was not found.")
  static let voiceNotFound = ElevenLabsError(
    name: "voice_not_found", http: 400, type: "validation_error", code: "bad_request", status: "voice_not_found",
    message: "A voice with the given id was not found.")
  static let voiceDoesNotExist = ElevenLabsError(
    name: "voice_does_not_exist", http: 400, status: "voice_does_not_exist",
    message: "The voice does not exist.", envelope: .legacy)
  static let invalidUID = ElevenLabsError(
    name: "invalid_uid", http: 400, status: "invalid_uid",
    message: "An invalid ID has been received: 'x'. Make sure to provide a correct one.", envelope: .legacy)
  static let modelNotFound = ElevenLabsError(
    name: "model_not_found", http: 400, status: "model_not_found", message: "A model with model ID x does not exist.")
  static let textTooLong = invalid(
    "max_character_limit_exceeded", code: "text_too_long",
    "Request text length (5501) exceeds the maximum text length of 5000 characters")
  static let emptyText = invalid("input_text_empty", code: "invalid_parameters", "Input text is empty.")
  static let badSpeed = invalid(
    "invalid_voice_settings", code: "invalid_voice_settings",
    "Invalid setting for speed received, expected to be greater or equal to 0.7 and less or equal to 1.2.")
  static let badStability = invalid(
    "invalid_ttd_stability", code: "invalid_voice_settings",
    "Invalid TTD stability value. Must be one of: [0.0, 0.5, 1.0]")
  static let unsupportedModel = invalid(
    "unsupported_model", code: "unsupported_model",
    "Providing previous_text or next_text is not yet supported with the 'eleven_v3' model.")
  static let unknownFormat = ElevenLabsError(
    name: "invalid_output_format", http: 403, type: "validation_error", code: "invalid_output_format",
    status: "invalid_output_format", message: "Invalid output format.")
  static let corruptedAudio = invalid(
    "invalid_content", code: "invalid_audio", "File upload is corrupted. Please ensure it is playable audio.")
  static let sameFileTwice = ElevenLabsError(
    name: "same_file_twice", http: 400, status: "invalid_files", message: "You cannot upload the same file twice.",
    envelope: .legacy)
  static let invalidParameters = invalid(
    "invalid_parameters", code: "invalid_parameters", "One or more parameters are out of range.")
  static let badLabels = invalid(
    "invalid_labels", code: "invalid_parameters", "Labels must be a JSON object of strings.")
  static let pageSize = invalid("invalid_page_size", code: "invalid_page_size", "page_size must be between 1 and 100.")
  static let cursor = invalid("invalid_cursor", code: "invalid_cursor", "The page token is not valid.")
  static let tooManyConcurrent = ElevenLabsError(
    name: "too_many_concurrent_requests", http: 429, type: "rate_limit_error", code: "concurrent_limit_exceeded",
    status: "too_many_concurrent_requests", message: concurrencyMessage(4),
    docsURL: "https://elevenlabs.io/docs/eleven-api/resources/errors")
  static let systemBusy = ElevenLabsError(
    name: "system_busy", http: 429, type: "rate_limit_error", code: "system_busy", status: "system_busy",
    message: "We are currently experiencing heavy traffic. Please try again in a few seconds.")

  static let all = [
    voiceNotFoundForSpeech, voiceNotFound, voiceDoesNotExist, invalidUID, modelNotFound, textTooLong, emptyText,
    badSpeed, badStability, unsupportedModel, unknownFormat, corruptedAudio, sameFileTwice, invalidParameters,
    badLabels, pageSize,
    cursor, tooManyConcurrent, systemBusy,
  ]

  static func concurrencyMessage(_ maximum: Int) -> String {
    "Too many concurrent requests. Your current subscription is associated with a maximum of \(maximum) concurrent "
      + "requests (running in parallel). This is done such that a single user does not overwhelm our systems and "
      + "affect other users negatively. Please upgrade your subscription or contact sales if you want to increase "
      + "this limit."
  }

  private static func invalid(_ status: String, code: String, _ message: String) -> ElevenLabsError {
    ElevenLabsError(
      name: status, http: 400, type: "validation_error", code: code, status: status, message: message)
  }
}
