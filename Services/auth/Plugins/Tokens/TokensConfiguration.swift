import ServiceClients
import ServiceConfiguration

/// `SECRET_KEY` (required), `ACCESS_TOKEN_SECONDS` (600), `AUTH_SERVICE_SECRETS` (none).
package struct TokensConfiguration: Sendable {
  var secretKey: String
  var accessTokenLifetime: Duration
  var serviceCredentials: ServiceCredentials

  init(_ variables: VariableReader) {
    secretKey = Self.secretKey(variables)
    accessTokenLifetime = variables.seconds(
      "ACCESS_TOKEN_SECONDS", default: 600, in: 30...600, "How long a user's access token is valid.")
    serviceCredentials = variables.parsed(
      "AUTH_SERVICE_SECRETS", kind: "voice=…,perform=…,billing=… with at least 32 bytes each",
      default: ServiceCredentials([:]), shownDefault: "",
      "The services' own secrets; without it no service gets a service token.", secret: true
    ) { ServiceCredentials($0) }
  }

  private static func secretKey(_ variables: VariableReader) -> String {
    let secret = variables.parsed(
      "SECRET_KEY", kind: "at least 32 bytes", default: "", shownDefault: "",
      "Encrypts the signing keys at rest; required, at least 32 bytes.", secret: true
    ) { $0.utf8.count >= 32 ? $0 : nil }
    if secret.isEmpty && !variables.problems.contains(where: { $0.variable == "SECRET_KEY" }) {
      variables.refuse("SECRET_KEY", "is missing: the signing keys are encrypted with it")
    }
    return secret
  }
}
