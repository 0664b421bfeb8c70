/// What a code means to people and machines; the docs' table of errors is printed from here.
package struct ErrorEntry: Sendable {
  package var status: Int
  package var title: String
  /// What whoever gets this can do next.
  package var action: String
}

extension ErrorCode {
  package var entry: ErrorEntry {
    switch self {
    case .malformedRequest: .init(400, "The request is not valid HTTP", "Send the whole request again.")
    case .malformedJSON: .init(400, "The body is not valid JSON", "Send one JSON object encoded as UTF-8.")
    case .validationFailed: .init(422, "Some fields are not valid", "Correct the fields listed in `fields`.")
    case .unsupportedMediaType:
      .init(415, "This content type is not accepted", "Send the content type that the route's documentation names.")
    case .payloadTooLarge: .init(413, "The body is too large", "Send a smaller file or body.")
    case .notFound: .init(404, "Nothing is here", "Check the path against the API documentation.")
    case .methodNotAllowed: .init(405, "This method is not offered here", "Use a method listed in `Allow`.")
    case .unauthenticated: .init(401, "A valid access token is needed", "Log in and send `Authorization: Bearer …`.")
    case .tokenExpired: .init(401, "The access token has expired", "Refresh the token or log in again.")
    case .forbidden: .init(403, "This is not yours to reach", "Use your own account's routes.")
    case .rateLimited: .init(429, "Too many requests", "Wait for the seconds in `Retry-After`.")
    case .preconditionFailed:
      .init(412, "It has changed since you read it", "Read it again and send the new ETag in `If-Match`.")
    case .idempotencyMismatch:
      .init(422, "This Idempotency-Key was used for another request", "Use a new key for a new request.")
    case .idempotencyInProgress:
      .init(409, "A request with this Idempotency-Key is still running", "Wait a moment and repeat the same request.")
    case .dependencyUnavailable:
      .init(
        503, "A part of the system does not answer",
        "Repeat it in a few seconds with the same Idempotency-Key: nothing is charged twice.")
    case .overloaded: .init(503, "Too much work at the moment", "Wait for the seconds in `Retry-After`.")
    case .internalError: .init(500, "Something went wrong on our side", "Try again; report the request_id if it stays.")
    case .activationCodeInvalid:
      .init(422, "This activation code cannot be used", "Check the code, or ask for a new one.")
    case .usernameTaken: .init(409, "This username is taken", "Choose another username.")
    case .emailTaken: .init(409, "This e-mail address is taken", "Log in, or use another address.")
    case .passwordTooCommon: .init(422, "This password is too common", "Choose a password that is not on common lists.")
    case .invalidCredentials: .init(401, "Username or password is wrong", "Check both, or reset the password.")
    case .accountDisabled: .init(403, "This account is disabled", "Ask the operator.")
    case .refreshTokenInvalid: .init(401, "The session has ended", "Log in again.")
    case .lastAdmin: .init(409, "The last administrator stays", "Make another account an administrator first.")
    case .consentRequired:
      .init(422, "Consent to clone the voice is missing", "Send `consent=true` after the speaker has agreed.")
    case .audioTooShort: .init(422, "The recording is too short", "Record for as long as `message` says.")
    case .audioTooLong: .init(422, "The recording is too long", "Record for as long as `message` says.")
    case .audioSilent: .init(422, "The recording is silent", "Check the microphone and record again.")
    case .audioClipped: .init(422, "The recording is distorted", "Hold the microphone farther away and record again.")
    case .audioNotSpeech: .init(422, "No speech was found", "Record somebody speaking in a quiet room.")
    case .audioUnreadable: .init(422, "The audio cannot be decoded", "Record again, or export the file anew.")
    case .unsupportedAudio:
      .init(415, "This audio format is not accepted", "Send MP3, WAV, M4A/AAC, Ogg/Opus, WebM/Opus or FLAC.")
    case .voiceCloneRequired: .init(409, "There is no voice to speak with", "Record and upload a voice sample first.")
    case .voiceBusy: .init(409, "The voice is being changed", "Try again in a few seconds.")
    case .voiceCloningDisabled: .init(403, "Voice cloning is switched off for this account", "Ask the operator.")
    case .poolBusy: .init(503, "All voice slots are speaking", "Wait for the seconds in `Retry-After`.")
    case .poolExhausted: .init(503, "No voice slot is available", "Ask the operator to free or add voice slots.")
    case .voiceAllowanceExhausted:
      .init(503, "The provider's monthly voice changes are used up", "Wait for the next period or raise the plan.")
    case .cloneLimitReached: .init(429, "Too many new voices today", "Wait for the seconds in `Retry-After`.")
    case .recordingNotFound: .init(404, "There is no such recording", "Read the list of recordings again.")
    case .lastSample:
      .init(
        409, "It is the only recording that the voice is made from",
        "Record another sample first, or delete the whole voice (`DELETE /users/{id}/voice`).")
    case .rangeNotSatisfiable: .init(416, "The range lies outside the file", "Ask for a range within its size.")
    case .signatureInvalid: .init(403, "The link is not valid (any more)", "Ask for a new link.")
    case .unknownRoutine: .init(400, "There is no such routine", "Use an id from `GET /routines`.")
    case .invalidValue: .init(422, "The value does not fit the routine", "Correct the value as `message` says.")
    case .textUnavailable: .init(502, "No fitting text could be written", "Try again; nothing was charged.")
    case .noteSettling:
      .init(
        503, "The note is whole and is being settled",
        "Repeat the request with the same Idempotency-Key, or look for the note in the list of recordings.")
    case .characterLimitReached:
      .init(402, "Too few of this month's characters are left", "Wait until `resets_at`, or ask for a larger plan.")
    case .installationLimitReached:
      .init(402, "The installation's characters are used up", "Ask the operator to raise the provider's plan.")
    case .unknownModel: .init(422, "The model has no entry in the cost table", "Use a model from `GET /models/costs`.")
    case .reservationExpired: .init(409, "The reservation has expired", "Start the performance again.")
    case .reservationConflict:
      .init(409, "The performance is already settled otherwise", "Read the performance's state before going on.")
    case .providerUnavailable:
      .init(
        503, "The voice or text provider does not answer",
        "Repeat it in a few seconds with the same Idempotency-Key: nothing is charged twice.")
    case .providerTimeout: .init(503, "The provider took too long", "Try again; nothing was charged.")
    case .providerRateLimited: .init(503, "The provider is busy", "Wait for the seconds in `Retry-After`.")
    case .providerRefused: .init(502, "The provider refused the request", "Change the value or the settings.")
    case .providerKeyRefused:
      .init(502, "The provider refused our key", "Ask the operator to check the provider's key and its scopes.")
    case .providerOutOfCredits:
      .init(502, "The provider's credits are used up", "Ask the operator to raise the provider's plan.")
    case .providerPlanRefused:
      .init(502, "The provider's plan does not include this", "Ask the operator to raise the provider's plan.")
    case .providerSampleRefused:
      .init(502, "The provider refused the recording", "Record the voice again in a quiet room.")
    case .providerAnswerInvalid: .init(502, "The provider's answer was unusable", "Try again; nothing was charged.")
    }
  }
}

extension ErrorEntry {
  fileprivate init(_ status: Int, _ title: String, _ action: String) {
    self.init(status: status, title: title, action: action)
  }
}
