import Foundation
import OutboundHTTP
import Schemas
import ServiceClients
import ServiceHTTP
import ServiceHost
import TestSupport

/// Starts the programs of a deployment and waits until they are ready.
struct DeploymentStarter {
  let programs: ProgramSet
  let transport: any OutboundTransport
  let variables: [String: String]

  func allInOne() async throws -> (SurfaceClient, activationCode: String) {
    let all = try await programs.start("all", environment: variables.merging(["PORT": "0"]) { own, _ in own })
    let (url, code) = try await all.line(matching: /ready url=(\S+) activation_code=(\S+)/)
    let bases = Dictionary(uniqueKeysWithValues: ServiceName.allCases.map { ($0, url) })
    return (SurfaceClient(bases: bases, transport: transport), code)
  }

  func fourServices() async throws -> (SurfaceClient, activationCode: String) {
    let secrets = Dictionary(
      uniqueKeysWithValues: ServiceName.allCases.map { ($0, "\($0.rawValue)-secret-0123456789-0123456789-0123456789") })
    var ports: [ServiceName: Int] = [:]
    for service in ServiceName.allCases { ports[service] = FreePort.find() }
    var shared = variables
    shared["SECRET_KEY"] = "an-end-to-end-secret-key-0123456789abcdef"
    for (service, port) in ports { shared["\(service.rawValue.uppercased())_URL"] = "http://127.0.0.1:\(port)" }
    let client = SurfaceClient(bases: ports.mapValues { "http://127.0.0.1:\($0)" }, transport: transport)
    for service in ServiceName.allCases {
      var own = shared
      own["PORT"] = ports[service].map(String.init)
      own["SERVICE_SECRET"] = secrets[service]
      if service == .auth {
        own["AUTH_SERVICE_SECRETS"] = secrets.filter { $0.key != .auth }
          .map { "\($0.key.rawValue)=\($0.value)" }.sorted().joined(separator: ",")
      }
      _ = try await programs.start(service.rawValue, environment: own)
    }
    for service in ServiceName.allCases { try await client.untilReady(service) }
    return (client, try await activationCode(shared))
  }

  private func activationCode(_ shared: [String: String]) async throws -> String {
    var own = shared
    own["AUTH_SERVICE_SECRETS"] = ["voice", "perform", "billing"]
      .map { "\($0)=\($0)-secret-0123456789-0123456789-0123456789" }.joined(separator: ",")
    own["LOG_LEVEL"] = "critical"
    let printed = try await Program("auth", ["activation-codes", "1"], environment: own).finished()
    return printed.trimmingCharacters(in: .whitespacesAndNewlines)
  }
}
