import JWTKit
import OutboundHTTP
import Schemas
import ServiceClients

/// Exchanges a service's own secret for a token at auth (client credentials).
struct ServiceTokenExchange: Sendable {
  let service: ServiceName
  let secret: String
  let addresses: ServiceAddresses
  let transport: any OutboundTransport

  func token(for audience: ServiceName) async throws -> ServiceTokenAnswer {
    let request = ServiceTokenRequest(service: service.rawValue, secret: secret, audience: audience.rawValue)
    let bytes = try WireJSON.encode(request)
    let answer = try await AuthCall(addresses: addresses, transport: transport)
      .send("POST", "/internal/auth/service-token", body: .bytes(bytes))
    return try WireJSON.decode(ServiceTokenAnswer.self, from: answer)
  }
}

/// Auth's public keys, as published.
struct PublishedKeys: Sendable {
  let addresses: ServiceAddresses
  let transport: any OutboundTransport

  func fetch() async throws -> JWKS {
    let answer = try await AuthCall(addresses: addresses, transport: transport).send("GET", "/.well-known/jwks.json")
    return try WireJSON.decode(JWKS.self, from: answer)
  }
}

/// A call to auth that needs no service token yet.
private struct AuthCall: Sendable {
  let addresses: ServiceAddresses
  let transport: any OutboundTransport

  func send(_ method: String, _ path: String, body: OutboundBody = .none) async throws -> [UInt8] {
    let unavailable = { (cause: String) in
      ServiceError(
        .dependencyUnavailable, "The auth service does not answer.", details: ["dependency": "auth"],
        retryAfter: .seconds(2), cause: cause)
    }
    guard let base = addresses[.auth] else { throw unavailable("no address") }
    do {
      let request = OutboundRequest(
        method: method, url: base + path, headers: [("Content-Type", "application/json")], body: body,
        timeouts: OutboundTimeouts(connect: .seconds(2), firstByte: .seconds(5), idle: .seconds(5)))
      let response = try await transport.send(request)
      let bytes = try await response.body.collect(upTo: 256 * 1024)
      guard response.status == 200 else { throw unavailable("status \(response.status)") }
      return bytes
    } catch let error as OutboundError {
      throw unavailable(error.description)
    }
  }
}
