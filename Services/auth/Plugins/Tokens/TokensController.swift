import HTTPTypes
import Hummingbird
import Observability
import Schemas
import ServiceClients
import ServiceHTTP

struct TokensController: Sendable {
  let ring: KeyRing
  let issuer: AccessTokenIssuer
  let credentials: ServiceCredentials
  let revocations: Revocations
  let metrics: MetricRegistry

  var routes: [Route] {
    [
      Route(.get, "/.well-known/jwks.json", "Public keys that verify access tokens", access: .open) { _ in
        try Reply.json(ring.published, headers: [.cacheControl: "public, max-age=300"])
      },
      Route(
        .post, "/internal/auth/service-token", "Exchanges a service's own secret for a service token", access: .open,
        body: ServiceTokenRequest.self
      ) { _, body in try await serviceToken(body) },
      Route(
        .get, "/internal/auth/revocations", "Whose access tokens are void although not yet expired",
        access: .services(["voice", "perform", "billing"])
      ) { _ in try await listRevocations() },
    ]
  }

  private func serviceToken(_ body: ServiceTokenRequest) async throws -> Response {
    guard let caller = credentials.authenticate(body.service, secret: body.secret) else {
      metrics.increment("service_tokens_total", labels: ["outcome": "refused"])
      throw ServiceError(.unauthenticated, "The service's name or secret is wrong.")
    }
    guard let audience = ServiceName(rawValue: body.audience) else { throw ServiceError(.forbidden) }
    let answer = try await issuer.createToken(from: caller, to: audience)
    metrics.increment("service_tokens_total", labels: ["outcome": "issued"])
    return try Reply.json(answer, headers: [.cacheControl: "no-store"])
  }

  private func listRevocations() async throws -> Response {
    let entries = try await revocations.current().sorted { $0.key < $1.key }
      .map { RevocationsAnswer.Entry(userID: $0.key, issuedUntil: $0.value) }
    return try Reply.json(RevocationsAnswer(revocations: entries))
  }
}
