import Capabilities
import Foundation
import OutboundHTTP
import ServiceClients
import ServiceHTTP
import ServiceHost

/// A service under test: assembled for real, answering on a free loopback port, its workers at work.
package struct RunningHost: Sendable {
  package let url: String
  package let assembled: AssembledHost
  /// Without a token; see ``TestClient/with(token:)``.
  package let client: TestClient
  package let logs: LogRecorder
  package let dataDirectory: String
}

/// Variables that every host needs, good enough for tests; a test's own win.
package enum TestEnvironment {
  package static let serviceSecret = "test-service-secret-0123456789abcdef"
  package static let secretKey = "test-secret-key-0123456789abcdefghij"

  static func completed(_ environment: [String: String], dataDirectory: String) -> [String: String] {
    let usual = [
      "DATA_DIR": dataDirectory, "LOG_LEVEL": "debug", "SERVICE_SECRET": serviceSecret, "SECRET_KEY": secretKey,
    ]
    return usual.merging(environment) { _, own in own }
  }
}

/// Runs `body` while the host answers, then stops it and removes its folder.
///
/// - Parameters:
///   - environment: beyond ``TestEnvironment``; with a `DATA_DIR` of its own, that folder is left in place.
///   - addresses: where the other services are (``withAuthDouble(_:tokens:clock:_:)`` for auth); by default nowhere.
///   - adjust: changes what the outside world gives to the host: randomness, pause, transport, log sink.
package func withRunningHost<Outcome>(
  _ definition: HostDefinition, environment: [String: String] = [:],
  addresses: ServiceAddresses = ServiceAddresses([:]), clock: WallClock = .system,
  adjust: (inout HostCapabilities) -> Void = { _ in }, _ body: (RunningHost) async throws -> Outcome
) async throws -> Outcome {
  let folder = FileManager.default.temporaryDirectory.appending(path: "host-\(UUID().uuidString)").path
  defer { try? FileManager.default.removeItem(atPath: folder) }
  let variables = TestEnvironment.completed(environment, dataDirectory: folder)
  return try await withTransport { transport in
    let logs = LogRecorder()
    var capabilities = HostCapabilities(
      clock: clock, identifiers: .uuid7(clock: clock, randomness: .system), transport: transport, logSink: logs.sink)
    adjust(&capabilities)
    let host = try await definition.assemble(
      environment: variables, capabilities: capabilities, addresses: addresses)
    return try await serve(host, logs: logs, dataDirectory: variables["DATA_DIR"] ?? folder, body)
  }
}

/// Runs `body` with a transport of its own, which is shut down afterwards.
package func withTransport<Outcome>(_ body: (CurlTransport) async throws -> Outcome) async throws -> Outcome {
  let transport = CurlTransport()
  do {
    let outcome = try await body(transport)
    await transport.shutdown()
    return outcome
  } catch {
    await transport.shutdown()
    throw error
  }
}

private func serve<Outcome>(
  _ host: AssembledHost, logs: LogRecorder, dataDirectory: String, _ body: (RunningHost) async throws -> Outcome
) async throws -> Outcome {
  var table = RouteTable()
  table.add(host.routes + StatusRoutes.routes(for: [host]), through: host.pipeline)
  do {
    let outcome = try await withListener(
      table, workers: host.workers, idle: host.common.connections.idle, logger: host.logger
    ) { url in
      try await withTransport { transport in
        let client = TestClient(base: url, transport: transport)
        return try await body(
          RunningHost(url: url, assembled: host, client: client, logs: logs, dataDirectory: dataDirectory))
      }
    }
    await host.release()
    return outcome
  } catch {
    await host.release()
    throw error
  }
}
