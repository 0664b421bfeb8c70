/// Refusals of the key or the project.
enum GeminiKeyErrors {
  static let invalid = key("api_key_invalid", "API key not valid. Please pass a valid API key.")
  static let expired = key("api_key_expired", "API key expired. Please renew the API key.")
  static let missing = GeminiError(
    name: "no_key", code: 403, status: "PERMISSION_DENIED",
    message: "Method doesn't allow unregistered callers (callers without established identity). Please use API Key "
      + "or other form of API consumer identity to call this API.")
  static let denied = GeminiError(
    name: "permission_denied", code: 403, status: "PERMISSION_DENIED",
    message: "Requests to this API generativelanguage method are blocked.",
    details: [reason("API_KEY_SERVICE_BLOCKED")])
  static let leaked = GeminiError(
    name: "key_leaked", code: 403, status: "PERMISSION_DENIED",
    message: "Your API key was reported as leaked. Please use another API key.")
  static let credential = GeminiError(
    name: "unauthenticated", code: 401, status: "UNAUTHENTICATED",
    message: "Request had invalid authentication credentials. Expected OAuth 2 access token, login cookie or other "
      + "valid authentication credential.", details: [reason("ACCESS_TOKEN_TYPE_UNSUPPORTED")])
  static let location = GeminiError(
    name: "location_unsupported", code: 400, status: "FAILED_PRECONDITION",
    message: "User location is not supported for the API use.")

  static let all = [invalid, expired, missing, denied, leaked, credential, location]

  private static func key(_ name: String, _ message: String) -> GeminiError {
    GeminiError(
      name: name, code: 400, status: "INVALID_ARGUMENT", message: message,
      details: [
        reason("API_KEY_INVALID"),
        [
          "@type": "type.googleapis.com/google.rpc.LocalizedMessage", "locale": "en-US", "message": .string(message),
        ],
      ])
  }

  private static func reason(_ reason: String) -> JSON {
    [
      "@type": "type.googleapis.com/google.rpc.ErrorInfo", "reason": .string(reason), "domain": "googleapis.com",
      "metadata": ["service": "generativelanguage.googleapis.com"],
    ]
  }
}
