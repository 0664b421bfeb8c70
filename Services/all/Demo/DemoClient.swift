import Foundation
import OutboundHTTP
import Schemas

/// Talks to the public API the way an app does.
package struct DemoClient: Sendable {
  package let url: String
  package let transport: any OutboundTransport
  package var token: String?

  package init(url: String, transport: any OutboundTransport, token: String? = nil) {
    self.url = url
    self.transport = transport
    self.token = token
  }

  /// - Throws: ``DemoFailure`` with the problem's own words, transport errors.
  package func send(
    _ method: String, _ path: String, body: OutboundBody, headers: [(name: String, value: String)] = []
  ) async throws -> JSONValue {
    var request = OutboundRequest(
      method: method, url: url + path, headers: headers, body: body,
      timeouts: OutboundTimeouts(connect: .seconds(5), firstByte: .seconds(180), idle: .seconds(60)))
    if let token { request.headers.append(("Authorization", "Bearer \(token)")) }
    let response = try await transport.send(request)
    let bytes = try await response.body.collect(upTo: 32 * 1024 * 1024)
    let answer = try WireJSON.decode(JSONValue.self, from: bytes)
    guard response.status < 400 else { throw DemoFailure(answer: answer, status: response.status) }
    return answer
  }

  /// A POST with a JSON body.
  package func post(_ path: String, _ body: JSONValue) async throws -> JSONValue {
    try await send(
      "POST", path, body: .bytes(WireJSON.encode(body)), headers: [("Content-Type", "application/json")])
  }
}

/// What the service answered instead of doing the job.
package struct DemoFailure: Error, CustomStringConvertible {
  let answer: JSONValue
  let status: Int

  package var description: String {
    let part = { (name: String) in answer[name]?.stringValue ?? "" }
    return "\(part("error")) (\(status)): \(part("message")) \(part("action"))"
  }
}
