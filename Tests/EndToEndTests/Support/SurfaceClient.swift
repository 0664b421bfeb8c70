import Foundation
import OutboundHTTP
import Schemas
import ServiceClients
import ServiceHTTP
import ServiceHost
import TestSupport

/// Speaks to the product as the front door would: each path goes to the service that owns it.
struct SurfaceClient: Sendable {
  let bases: [ServiceName: String]
  let transport: any OutboundTransport
  var token: String?

  init(bases: [ServiceName: String], transport: any OutboundTransport, token: String? = nil) {
    self.bases = bases
    self.transport = transport
    self.token = token
  }

  func with(token: String?) -> SurfaceClient {
    SurfaceClient(bases: bases, transport: transport, token: token)
  }

  /// A client for one service's own address.
  func at(_ service: ServiceName) -> TestClient {
    TestClient(base: bases[service] ?? "", token: token, transport: transport)
  }

  func send(
    _ method: String, _ path: String, body: OutboundBody = .none, headers: [String: String] = [:]
  ) async throws -> TestAnswer {
    try await at(Surface.owner(of: path)).send(method, path, body: body, headers: headers)
  }

  func get(_ path: String, headers: [String: String] = [:]) async throws -> TestAnswer {
    try await send("GET", path, headers: headers)
  }

  func post(_ path: String, _ body: JSONValue, headers: [String: String] = [:]) async throws -> TestAnswer {
    try await send(
      "POST", path, body: .bytes(WireJSON.encode(body)),
      headers: headers.merging(["Content-Type": "application/json"]) { own, _ in own })
  }

  /// Waits at most 20 s for a service to call itself ready.
  func untilReady(_ service: ServiceName) async throws {
    var last = "no answer"
    for _ in 0..<400 {
      if let answer = try? await at(service).get("/readyz") {
        if answer.status == 200 { return }
        last = answer.text
      }
      try await Task.sleep(for: .milliseconds(50))
    }
    throw NotReady(service: service.rawValue, last: last)
  }
}

struct NotReady: Error {
  let service: String
  let last: String
}
