import OutboundHTTP
import Schemas

/// What other services ask of auth.
package struct AuthClient: Sendable {
  private let caller: ServiceCaller

  package init(caller: ServiceCaller) {
    self.caller = caller
  }

  /// Settings and flags of a user, with the ETag to revalidate them by; `nil` when `etag` is still current.
  package func user(
    _ id: String, ifNoneMatch etag: String? = nil
  ) async throws -> (answer: InternalUserAnswer, etag: String)? {
    let headers = etag.map { [(name: "If-None-Match", value: $0)] } ?? []
    let response = try await caller.send("GET", "/internal/auth/users/\(id)", body: .none, headers: headers)
    if response.status == 304 { return nil }
    let answer = try WireJSON.decode(InternalUserAnswer.self, from: await response.body.collect(upTo: 256 * 1024))
    return (answer, response.headers["ETag"] ?? "")
  }

  package func revocations() async throws -> RevocationsAnswer {
    try await caller.call("GET", "/internal/auth/revocations")
  }
}
