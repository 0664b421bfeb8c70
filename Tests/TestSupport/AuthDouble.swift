import Capabilities
import Foundation
import Logging
import Observability
import RateLimiting
import Schemas
import ServiceClients
import ServiceHTTP
import Synchronization
import Tokens

/// The part of auth that other services see, with answers that the test scripts. Internal routes check tokens.
package final class AuthDouble: Sendable {
  package let url: String
  package let tokens: TestTokens
  private let script: AuthScript

  fileprivate init(url: String, tokens: TestTokens, script: AuthScript) {
    self.url = url
    self.tokens = tokens
    self.script = script
  }

  /// Only auth; add the others that the test runs.
  package var addresses: ServiceAddresses { ServiceAddresses([.auth: url]) }

  /// What auth says of a user from now on; every change has a new ETag. Unknown users have default settings.
  package func set(_ user: InternalUserAnswer) {
    script.state.withLock { state in
      state.users[user.userID] = user
      state.versions[user.userID, default: 0] += 1
    }
  }

  package func revoke(_ userID: String, until: Date) {
    script.state.withLock { $0.revocations[userID] = until }
  }

  /// While `true`, users and service tokens are answered with 503.
  package func setDown(_ down: Bool) {
    script.state.withLock { $0.down = down }
  }

  /// Requests for a user so far, those answered with 304 included.
  package var userCalls: Int { script.state.withLock { $0.userCalls } }
}

/// Runs `body` while the double answers.
package func withAuthDouble<Outcome>(
  tokens: TestTokens? = nil, clock: WallClock = .system, _ body: (AuthDouble) async throws -> Outcome
) async throws -> Outcome {
  let tokens = tokens ?? TestTokens(clock: clock)
  let script = AuthScript(tokens: tokens)
  let logger = Logger(label: "auth-double") { _ in SwiftLogNoOpLogHandler() }
  var table = RouteTable()
  table.add(
    script.routes,
    through: RoutePipeline(
      service: "auth",
      authenticator: Authenticator(
        verifier: TokenVerifier(source: tokens.keySource, clock: clock), service: ServiceName.auth.rawValue),
      limiter: MemoryRateLimiter(clock: clock), metrics: MetricRegistry(), logger: logger,
      clientAddress: ClientAddress(trusted: .none), identifiers: .system, randomness: .system))
  return try await withListener(table, logger: logger) { url in
    try await body(AuthDouble(url: url, tokens: tokens, script: script))
  }
}
