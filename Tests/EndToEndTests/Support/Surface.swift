import AllInOne
import Foundation
import OutboundHTTP
import ServiceClients
import ServiceHTTP
import ServiceHost

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

  /// The table of product routes: who answers what.
  static func owner(of path: String) -> ServiceName {
    let bare = path.hasPrefix("/api/") ? String(path.dropFirst(4)) : path
    let parts = bare.split(whereSeparator: { $0 == "/" || $0 == "?" }).map(String.init)
    switch (parts.first ?? "", parts.count > 2 ? parts[2] : "") {
    case ("internal", _): return parts.count > 1 ? ServiceName(rawValue: parts[1]) ?? .auth : .auth
    case ("users", "voice"), ("users", "recordings"), ("audio", _), ("ambient", _), ("providers", _): return .voice
    case ("users", "usage"), ("users", "meta"), ("models", _): return .billing
    case ("user", _) where parts.count > 1 && parts[1] == "voice": return .voice
    case ("perform", _), ("generate-thought", _), ("generate-audio", _), ("routines", _), ("provenance", _):
      return .perform
    case ("admin", _) where parts.count > 1 && parts[1].hasPrefix("voice"): return .voice
    case ("admin", _) where parts.count > 1 && parts[1] == "billing": return .billing
    default: return .auth
    }
  }
}
