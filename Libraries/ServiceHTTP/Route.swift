import HTTPTypes
import Hummingbird
import Logging
import RateLimiting
import Schemas

/// One route of a service as data: the router, the documentation and the tests of bad input are made from it.
package struct Route: Sendable {
  package var method: HTTPRequest.Method
  /// Hummingbird pattern, for example `/users/{id}/voice`.
  package var path: String
  /// One line for the documentation.
  package var summary: String
  package var access: RouteAccess
  package var limits: [RouteLimit]
  package var input: RouteInput
  /// At which level its requests are logged; probes are quieter than people.
  package var logLevel = Logger.Level.info
  package var handler: @Sendable (Call) async throws -> Response

  package init(
    _ method: HTTPRequest.Method, _ path: String, _ summary: String, access: RouteAccess, limits: [RouteLimit] = [],
    input: RouteInput = .none, handler: @escaping @Sendable (Call) async throws -> Response
  ) {
    self.method = method
    self.path = path
    self.summary = summary
    self.access = access
    self.limits = limits
    self.input = input
    self.handler = handler
  }

  /// A route with a JSON body, which reaches the handler whole and valid.
  package init<Body: JSONBody>(
    _ method: HTTPRequest.Method, _ path: String, _ summary: String, access: RouteAccess, limits: [RouteLimit] = [],
    body: Body.Type, maxBytes: Int = RouteInput.jsonBytes,
    handler: @escaping @Sendable (Call, Body) async throws -> Response
  ) {
    self.init(
      method, path, summary, access: access, limits: limits, input: .json(Body.shape, maxBytes: maxBytes)
    ) { call in
      try await handler(call, Body.decode(call.json(upTo: maxBytes)))
    }
  }

  /// Only other services reach it, and never through the front door.
  package var isInternal: Bool { path.hasPrefix("/internal/") }

  /// What other services ask computes little and stays on its connection's event loop; what people ask may take its time
  /// elsewhere.
  func answer(_ call: Call) async throws -> Response {
    if isInternal { return try await handler(call) }
    return try await withTaskExecutorPreference(globalConcurrentExecutor) { try await handler(call) }
  }
}

/// Who may call a route.
package enum RouteAccess: Sendable, Equatable {
  case open
  /// Any user with a valid access token.
  case user
  /// The user whose id stands in the path's `{id}`; everyone else gets 403, whether or not that id exists.
  case owner
  case admin
  /// Another service, with a token for this service's audience.
  case services([String])
  /// The handler decides (a signed link, or a token).
  case ownerOrSignature
}

/// What a route reads.
package enum RouteInput: Sendable {
  case none
  case json([FieldShape], maxBytes: Int)
  /// Raw or multipart content that the handler streams.
  case stream(contentTypes: [String], maxBytes: Int)

  /// Default bound of a JSON body.
  package static let jsonBytes = 64 * 1024
}

/// A limit of a route and whom it counts.
package struct RouteLimit: Sendable, Equatable {
  package enum Subject: String, Sendable { case address, user }

  /// Shared by routes that protect the same thing, for example `login`.
  package var name: String
  package var subject: Subject
  package var limit: RateLimit

  package init(name: String, subject: Subject, limit: RateLimit) {
    self.name = name
    self.subject = subject
    self.limit = limit
  }
}
