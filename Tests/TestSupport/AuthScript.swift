import Foundation
import HTTPTypes
import Hummingbird
import Schemas
import ServiceClients
import ServiceHTTP
import Synchronization

/// What an ``AuthDouble`` answers.
final class AuthScript: Sendable {
  struct State {
    var users: [String: InternalUserAnswer] = [:]
    var versions: [String: Int] = [:]
    var revocations: [String: Date] = [:]
    var userCalls = 0
    var down = false
  }

  let state = Mutex(State())
  private let tokens: TestTokens

  init(tokens: TestTokens) {
    self.tokens = tokens
  }
}

extension AuthScript {
  var routes: [Route] {
    let others = ["voice", "perform", "billing"]
    return [
      Route(.get, "/.well-known/jwks.json", "Public keys", access: .open) { _ in
        try Reply.json(self.tokens.jwks)
      },
      Route(
        .post, "/internal/auth/service-token", "Service token", access: .open, body: ServiceTokenRequest.self
      ) { _, body in try Reply.json(await self.serviceToken(body)) },
      Route(.get, "/internal/auth/users/{id}", "A user", access: .services(others)) { call in
        try self.user(call)
      },
      Route(.get, "/internal/auth/revocations", "Revocations", access: .services(others)) { _ in
        try Reply.json(self.revocations)
      },
    ]
  }

  private var revocations: RevocationsAnswer {
    RevocationsAnswer(
      revocations: state.withLock { $0.revocations }.map { .init(userID: $0.key, issuedUntil: $0.value) })
  }

  private func serviceToken(_ body: ServiceTokenRequest) async throws -> ServiceTokenAnswer {
    try checkUp()
    guard body.secret == TestEnvironment.serviceSecret, let caller = ServiceName(rawValue: body.service),
      let audience = ServiceName(rawValue: body.audience)
    else { throw ServiceError(.unauthenticated) }
    return ServiceTokenAnswer(token: try await tokens.service(caller, for: audience), expiresIn: 600)
  }

  private func user(_ call: Call) throws -> Response {
    try checkUp()
    let id = try call.parameter("id")
    let (user, version) = state.withLock { state in
      state.userCalls += 1
      let standard = InternalUserAnswer(userID: id, settings: UserSettings(), voiceCloning: true)
      return (state.users[id] ?? standard, state.versions[id] ?? 0)
    }
    let etag = "\"\(version)\""
    guard call.header("If-None-Match") != etag else { return Reply.empty(.notModified) }
    return try Reply.json(user, headers: [.eTag: etag])
  }

  private func checkUp() throws {
    guard !state.withLock({ $0.down }) else { throw ServiceError(.dependencyUnavailable) }
  }
}
