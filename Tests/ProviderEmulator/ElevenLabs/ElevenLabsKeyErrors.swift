/// Refusals of the key, as captured in 2026.
enum ElevenLabsKeyErrors {
  static let invalidAPIKey = row("invalid_api_key", "Invalid API key")
  static let needsAuthorization = row(
    "needs_authorization", "Neither authorization header nor xi-api-key received, please provide one.")
  static let invalidAuthorizationHeader = row(
    "invalid_authorization_header", "Invalid authorization header received. Make sure to provide a correct one.")
  static let missingPermissions = row(
    "missing_permissions",
    "The API key you used is missing the permission user_read to execute this operation.")
  static let keyID = ElevenLabsError(
    name: "api_key_id_used_as_api_key", http: 400, type: "authentication_error", code: "invalid_api_key",
    status: "api_key_id_used_as_api_key",
    message: "The value you provided is the id of an API key, not the key itself.", param: "api_key")
  /// What `GET /v1/models` answers without a key.
  static let anonymousWorkspace = ElevenLabsError(
    name: "workspace_not_found", http: 404, type: "not_found", code: "workspace_not_found",
    status: "workspace_not_found", message: "Workspace 1anonymous1 not found.")

  static let all = [
    invalidAPIKey, needsAuthorization, invalidAuthorizationHeader, missingPermissions, keyID, anonymousWorkspace,
  ]

  private static func row(_ status: String, _ message: String) -> ElevenLabsError {
    ElevenLabsError(
      name: status, http: 401, type: "authentication_error", code: "unauthorized", status: status, message: message)
  }
}
