import OutboundHTTP
import Schemas

/// Speaks JSON to a server under test, over real loopback HTTP.
package struct TestClient: Sendable {
  package var base: String
  /// Sent as `Authorization: Bearer …` when there is one.
  package var token: String?
  package let transport: any OutboundTransport

  /// A busy machine is slow, not wrong.
  private static let patient = OutboundTimeouts(connect: .seconds(30), firstByte: .seconds(120), idle: .seconds(60))

  package init(base: String, token: String? = nil, transport: any OutboundTransport) {
    self.base = base
    self.token = token
    self.transport = transport
  }

  /// The same client with another token, or with none.
  package func with(token: String?) -> TestClient {
    TestClient(base: base, token: token, transport: transport)
  }

  package func get(_ path: String, headers: [String: String] = [:]) async throws -> TestAnswer {
    try await send("GET", path, headers: headers)
  }

  package func post(_ path: String, _ body: JSONValue? = nil, headers: [String: String] = [:]) async throws
    -> TestAnswer
  {
    try await send("POST", path, json: body, headers: headers)
  }

  package func put(_ path: String, _ body: JSONValue, headers: [String: String] = [:]) async throws -> TestAnswer {
    try await send("PUT", path, json: body, headers: headers)
  }

  package func patch(_ path: String, _ body: JSONValue, headers: [String: String] = [:]) async throws -> TestAnswer {
    try await send("PATCH", path, json: body, headers: headers)
  }

  package func delete(_ path: String, headers: [String: String] = [:]) async throws -> TestAnswer {
    try await send("DELETE", path, headers: headers)
  }

  /// Any request; the whole answer is read, up to 32 MiB.
  package func send(
    _ method: String, _ path: String, body: OutboundBody = .none, headers: [String: String] = [:]
  ) async throws -> TestAnswer {
    let response = try await open(method, path, body: body, headers: headers)
    let bytes = try await response.body.collect(upTo: 32 * 1024 * 1024)
    return TestAnswer(status: response.status, headers: response.headers, bytes: bytes)
  }

  /// Any request, with the answer's body still to be read.
  package func open(
    _ method: String, _ path: String, body: OutboundBody = .none, headers: [String: String] = [:]
  ) async throws -> OutboundResponse {
    var fields = headers.map { (name: $0.key, value: $0.value) }
    if let token { fields.append(("Authorization", "Bearer \(token)")) }
    return try await transport.send(
      OutboundRequest(method: method, url: base + path, headers: fields, body: body, timeouts: Self.patient))
  }

  private func send(
    _ method: String, _ path: String, json: JSONValue?, headers: [String: String]
  ) async throws -> TestAnswer {
    guard let json else { return try await send(method, path, headers: headers) }
    let typed = headers.merging(["Content-Type": "application/json"]) { given, _ in given }
    return try await send(method, path, body: .bytes(WireJSON.encode(json)), headers: typed)
  }
}

/// A whole answer.
package struct TestAnswer: Sendable {
  package var status: Int
  package var headers: OutboundHeaders
  package var bytes: [UInt8]

  /// The first value of a header field.
  package func header(_ name: String) -> String? { headers[name] }

  package var text: String { String(decoding: bytes, as: UTF8.self) }
  /// `.null` when the body is not JSON.
  package var json: JSONValue { (try? WireJSON.decode(JSONValue.self, from: bytes)) ?? .null }
  /// The `error` code of a problem answer.
  package var error: String? { json["error"]?.stringValue }

  package func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
    try WireJSON.decode(type, from: bytes)
  }
}
