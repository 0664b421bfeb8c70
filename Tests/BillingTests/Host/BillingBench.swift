import BillingHost
import Capabilities
import Foundation
import Schemas
import ServiceClients
import ServiceHost
import TestSupport

/// The billing service on a free port, with a double of auth that knows every caller.
struct BillingBench {
  let auth: AuthDouble
  let host: RunningHost

  /// Billing as another service sees it.
  func client(as service: ServiceName) -> BillingClient {
    let tokens = auth.tokens
    return BillingClient(
      caller: ServiceCaller(
        to: .billing, addresses: ServiceAddresses([.billing: host.url]),
        tokens: ServiceTokenSource(clock: .system) {
          .init(token: try await tokens.service(service, for: $0), expiresIn: 600)
        }, transport: host.client.transport))
  }

  func user(_ id: String) async throws -> TestClient {
    host.client.with(token: try await auth.tokens.user(id))
  }

  func admin() async throws -> TestClient {
    host.client.with(token: try await auth.tokens.user("boss", role: .admin))
  }

  func service(_ name: ServiceName) async throws -> TestClient {
    host.client.with(token: try await auth.tokens.service(name, for: .billing))
  }

  /// Runs one of the program's own commands.
  func command(_ name: String) async throws -> String? {
    try await host.assembled.commands.first { $0.name == name }?.run([])
  }
}

func withBilling(
  _ environment: [String: String] = [:], clock: WallClock = .system, _ body: (BillingBench) async throws -> Void
) async throws {
  try await withAuthDouble(clock: clock) { auth in
    try await withRunningHost(
      BillingHost.definition, environment: environment, addresses: auth.addresses, clock: clock
    ) { host in
      try await body(BillingBench(auth: auth, host: host))
    }
  }
}
