import AuthHost
import Capabilities
import Foundation
import Persistence
import Schemas
import ServiceClients
import ServiceHost
import TestSupport

/// The auth service under test, and the steps that most tests begin with.
struct RunningAuth: Sendable {
  static let password = "a quiet evening at home"
  static let voiceSecret = "voice-secret-0123456789-0123456789"
  static let performSecret = "perform-secret-0123456789-0123456789"
  static let billingSecret = "billing-secret-0123456789-0123456789"

  let host: RunningHost
  var client: TestClient { host.client }

  func run(_ command: String, _ arguments: String...) async throws -> String {
    guard let found = host.assembled.commands.first(where: { $0.name == command }) else { throw Missing() }
    return try await found.run(arguments)
  }

  func registration(
    _ name: String, code: String, email: String? = nil, password: String = password
  ) -> JSONValue {
    [
      "username": .string(name), "email": .string(email ?? "\(name)@example.org"), "password": .string(password),
      "activationCode": .string(code),
    ]
  }

  func register(_ name: String) async throws -> SessionAnswer {
    let code = try await run("activation-codes")
    return try await client.post("/auth/register", registration(name, code: code)).decode(SessionAnswer.self)
  }

  func login(_ name: String, password: String = password) async throws -> TestAnswer {
    try await client.post("/auth/login", ["username": .string(name), "password": .string(password)])
  }

  func refresh(_ token: String) async throws -> TestAnswer {
    try await client.post("/auth/refresh", ["refresh_token": .string(token)])
  }

  /// A client with an administrator's token.
  func admin() async throws -> TestClient {
    let printed = try await run("create-admin", "chief", "chief@example.org")
    let password = printed.split(separator: " ").last.map(String.init) ?? ""
    return client.with(token: try await login("chief", password: password).decode(SessionAnswer.self).accessToken)
  }

  func serviceToken(_ service: String, _ secret: String, audience: String) async throws -> TestAnswer {
    try await client.post(
      "/internal/auth/service-token",
      ["service": .string(service), "secret": .string(secret), "audience": .string(audience)])
  }

  /// A client with a service's token for auth's internal routes.
  func asVoice() async throws -> TestClient {
    let answer = try await serviceToken("voice", Self.voiceSecret, audience: "auth")
    return client.with(token: try answer.decode(ServiceTokenAnswer.self).token)
  }

  struct Missing: Error {}
}

/// Runs auth with limits that no test reaches by accident.
func withAuth<Outcome>(
  _ environment: [String: String] = [:], clock: WallClock = .system,
  addresses: ServiceAddresses = ServiceAddresses([:]), definition: HostDefinition = AuthHost.definition,
  _ body: (RunningAuth) async throws -> Outcome
) async throws -> Outcome {
  var variables = [
    "AUTH_SERVICE_SECRETS":
      "voice=\(RunningAuth.voiceSecret),perform=\(RunningAuth.performSecret),billing=\(RunningAuth.billingSecret)"
  ]
  for name in ["LOGIN", "REGISTER", "REFRESH", "VERIFY_CODE"] {
    variables["RATE_LIMIT_\(name)"] = "1000/1000"
    variables["RATE_LIMIT_\(name)_IP"] = "1000/1000"
  }
  return try await withRunningHost(
    definition, environment: variables.merging(environment) { $1 }, addresses: addresses, clock: clock
  ) { host in
    try await body(RunningAuth(host: host))
  }
}

/// Runs `body` with an empty database that has the migrations.
func withDatabase<Outcome>(
  _ plugins: [any ServicePlugin], _ body: (Persistence.Database) async throws -> Outcome
) async throws -> Outcome {
  try await withFolder { folder in
    let database = try Database(path: "\(folder)/auth.sqlite", migrations: plugins.flatMap(\.migrations))
    do {
      let outcome = try await body(database)
      try database.close()
      return outcome
    } catch {
      try? database.close()
      throw error
    }
  }
}

extension Date {
  /// Whole seconds after an arbitrary noon.
  static func noon(_ seconds: TimeInterval = 0) -> Date { Date(timeIntervalSince1970: 1_790_000_000 + seconds) }
}

/// Runs `body` with a folder that is removed afterwards.
func withFolder<Outcome>(_ body: (String) async throws -> Outcome) async throws -> Outcome {
  let folder = FileManager.default.temporaryDirectory.appending(path: "auth-\(UUID().uuidString)").path
  defer { try? FileManager.default.removeItem(atPath: folder) }
  return try await body(folder)
}
