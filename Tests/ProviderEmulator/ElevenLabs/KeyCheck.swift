/// Who is calling and whether the key may do this.
struct KeyCheck: Sendable {
  let environment: EmulatorEnvironment

  func require(_ scope: String, _ request: EmulatorRequest) throws {
    try authenticate(request)
    guard environment.state.update({ $0.account.scopes.contains(scope) }) else {
      throw ElevenLabsKeyErrors.missingPermissions.refusal(
        request,
        message: "The API key you used is missing the permission \(scope) to execute this operation.")
    }
  }

  private func authenticate(_ request: EmulatorRequest) throws {
    guard let key = request.headers["xi-api-key"], !key.isEmpty else { throw absence(request) }
    if environment.options.elevenLabsKeys.contains(key) || key.hasPrefix(EmulatorOptions.elevenLabsKey) { return }
    throw key.hasPrefix("sk_")
      ? ElevenLabsKeyErrors.invalidAPIKey.refusal(request) : ElevenLabsKeyErrors.keyID.refusal(request)
  }

  private func absence(_ request: EmulatorRequest) -> Refusal {
    if request.headers["authorization"] != nil {
      return ElevenLabsKeyErrors.invalidAuthorizationHeader.refusal(request)
    }
    return request.endpoint == .models
      ? ElevenLabsKeyErrors.anonymousWorkspace.refusal(request)
      : ElevenLabsKeyErrors.needsAuthorization.refusal(request)
  }
}
