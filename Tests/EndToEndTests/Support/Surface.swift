import AllInOne
import Foundation
import HTTPTypes
import OutboundHTTP
import Schemas
import ServiceClients
import ServiceHTTP
import ServiceHost
import TestSupport
import Testing

/// Every route that the four services serve, taken from the hosts themselves.
struct Surface: Sendable {
  struct Entry: Sendable, CustomTestStringConvertible {
    let service: ServiceName
    let route: Route

    var testDescription: String { "\(route.method.rawValue) \(route.path)" }
  }

  let entries: [Entry]

  /// Assembles the hosts in a folder of their own and takes their route tables.
  static func read() async throws -> Surface {
    let folder = FileManager.default.temporaryDirectory.appending(path: "surface-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let transport = CurlTransport()
    let host = try await AllInOneHost(
      environment: ["DATA_DIR": folder], capabilities: HostCapabilities(transport: transport))
    let entries = host.hosts.flatMap { host in host.routes.map { Entry(service: host.service, route: $0) } }
    await host.release()
    await transport.shutdown()
    return Surface(entries: entries)
  }

  /// Internal routes name their service; all others are the front door's to know.
  static func owner(of path: String) -> ServiceName {
    let parts = path.split(separator: "/")
    if parts.first == "internal", parts.count > 1, let service = ServiceName(rawValue: String(parts[1])) {
      return service
    }
    return FrontDoorTable.owner(of: path) ?? .auth
  }
}
