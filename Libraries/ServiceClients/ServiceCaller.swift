import Foundation
import Observability
import OutboundHTTP
import Schemas

/// Calls one other service: address, service token, request id and trace, problem answers back into errors.
package struct ServiceCaller: Sendable {
  private let service: ServiceName
  private let addresses: ServiceAddresses
  private let tokens: ServiceTokenSource
  private let transport: any OutboundTransport
  private let timeouts: OutboundTimeouts

  package init(
    to service: ServiceName, addresses: ServiceAddresses, tokens: ServiceTokenSource,
    transport: any OutboundTransport,
    timeouts: OutboundTimeouts = OutboundTimeouts(connect: .seconds(2), firstByte: .seconds(10), idle: .seconds(10))
  ) {
    self.service = service
    self.addresses = addresses
    self.tokens = tokens
    self.transport = transport
    self.timeouts = timeouts
  }

  /// A call with a JSON body and a JSON answer.
  ///
  /// - Throws: the callee's own problem, or `DEPENDENCY_UNAVAILABLE` when it does not answer.
  package func call<Answer: Decodable>(
    _ method: String, _ path: String, body: (some Encodable)?, as answer: Answer.Type = Answer.self,
    firstByte: Duration? = nil
  ) async throws -> Answer {
    let bytes = try body.map { try WireJSON.encode($0) }
    let response = try await send(method, path, body: bytes.map(OutboundBody.bytes) ?? .none, firstByte: firstByte)
    return try WireJSON.decode(answer, from: try await collect(response))
  }

  package func call<Answer: Decodable>(
    _ method: String, _ path: String, as answer: Answer.Type = Answer.self, firstByte: Duration? = nil
  ) async throws -> Answer {
    try await call(method, path, body: String?.none, as: answer, firstByte: firstByte)
  }

  /// A call whose answer is taken as it is, up to 8 MiB.
  package func bytes(_ method: String, _ path: String) async throws -> [UInt8] {
    try await collect(send(method, path, body: .none))
  }

  /// A call whose answer has no body that matters.
  package func perform(_ method: String, _ path: String) async throws {
    _ = try await bytes(method, path)
  }

  /// The raw answer, whatever its body; a status of 400 or more is thrown as the problem it carries.
  package func send(
    _ method: String, _ path: String, body: OutboundBody, headers: [(name: String, value: String)] = [],
    firstByte: Duration? = nil
  ) async throws -> OutboundResponse {
    let response = try await attempt(method, path, body: body, headers: headers, firstByte: firstByte)
    guard response.status == 401, case .stream = body else {
      guard response.status == 401 else { return try await checked(response) }
      await tokens.forget(service)
      return try await checked(attempt(method, path, body: body, headers: headers, firstByte: firstByte))
    }
    return try await checked(response)
  }

  private func attempt(
    _ method: String, _ path: String, body: OutboundBody, headers: [(name: String, value: String)],
    firstByte: Duration?
  ) async throws -> OutboundResponse {
    guard let base = addresses[service] else { throw unavailable("no address") }
    var request = OutboundRequest(method: method, url: base + path, headers: headers, body: body, timeouts: timeouts)
    if let firstByte { request.timeouts.firstByte = firstByte }
    if case .bytes = body { request.headers.append(("Content-Type", "application/json")) }
    request.headers.append(("Authorization", "Bearer " + (try await tokens.token(for: service))))
    if let context = CallContext.current {
      request.headers.append(("X-Request-Id", context.requestID))
      request.headers.append(("traceparent", context.traceparent))
      if let user = context.userID { request.headers.append(("X-On-Behalf-Of", user)) }
    }
    do {
      return try await transport.send(request)
    } catch {
      throw unavailable(error.description)
    }
  }

  private func checked(_ response: OutboundResponse) async throws -> OutboundResponse {
    guard response.status >= 400 else { return response }
    let bytes = (try? await response.body.collect(upTo: 256 * 1024)) ?? []
    let problem = (try? WireJSON.decode(JSONValue.self, from: bytes)).flatMap(Problem.error)
    guard var problem, problem.code != .unauthenticated, problem.code != .tokenExpired else {
      throw unavailable("status \(response.status)")
    }
    problem.retryAfter = response.headers["Retry-After"].flatMap(Int.init).map { .seconds($0) }
    throw problem
  }

  private func collect(_ response: OutboundResponse) async throws -> [UInt8] {
    do {
      return try await response.body.collect(upTo: 8 * 1024 * 1024)
    } catch {
      throw unavailable(error.description)
    }
  }

  private func unavailable(_ cause: String) -> ServiceError {
    ServiceError(
      .dependencyUnavailable, "The \(service.rawValue) service does not answer.",
      details: ["dependency": .string(service.rawValue)], retryAfter: .seconds(2), cause: cause)
  }
}
