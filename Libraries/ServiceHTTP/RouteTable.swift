import HTTPTypes
import Hummingbird
import Schemas

/// Routes of one or more services, each with the pipeline of its service, as one responder.
package struct RouteTable: Sendable {
  package private(set) var entries: [(route: Route, pipeline: RoutePipeline)] = []

  package init() {}

  package mutating func add(_ routes: [Route], through pipeline: RoutePipeline) {
    entries += routes.map { ($0, pipeline) }
  }

  /// Serves every route at its path and, for older clients, under `/api`; internal routes only bare.
  package func responder() -> some HTTPResponder<ServiceRequestContext> {
    let router = Router(context: ServiceRequestContext.self)
    for (route, pipeline) in entries {
      for path in route.isInternal ? [route.path] : [route.path, "/api" + route.path] {
        router.on(RouterPath(path), method: route.method) { request, context in
          await pipeline.respond(request, context, by: route)
        }
      }
    }
    return FallbackResponder(router: router.buildResponder(), table: self)
  }

  /// Methods that the path has routes for.
  func methods(at path: String) -> [String] {
    let bare = path.hasPrefix("/api/") ? String(path.dropFirst(4)) : path
    return entries.filter { $0.route.matches(path: bare) }.map(\.route.method.rawValue).sorted()
  }
}

extension Route {
  fileprivate func matches(path other: String) -> Bool {
    let pattern = path.split(separator: "/")
    let parts = other.split(separator: "/")
    return pattern.count == parts.count
      && zip(pattern, parts).allSatisfy { $0 == $1 || ($0.hasPrefix("{") && $0.hasSuffix("}")) }
  }
}

/// Answers what no route takes: 405 where another method would do, else 404, as a problem like every failure.
private struct FallbackResponder<Inner: HTTPResponder>: HTTPResponder where Inner.Context == ServiceRequestContext {
  let router: Inner
  let table: RouteTable

  func respond(to request: Request, context: ServiceRequestContext) async throws -> Response {
    do {
      return try await router.respond(to: request, context: context)
    } catch let error as HTTPError where error.status == .notFound {
      return missing(request)
    }
  }

  private func missing(_ request: Request) -> Response {
    let path = request.uri.path
    let methods = table.methods(at: path)
    let requestID = HTTPField.Name("X-Request-Id").flatMap { request.headers[$0] } ?? ""
    guard !methods.isEmpty else {
      return Reply.problem(ServiceError(.notFound), instance: path, requestID: requestID)
    }
    var response = Reply.problem(ServiceError(.methodNotAllowed), instance: path, requestID: requestID)
    response.headers[.allow] = methods.joined(separator: ", ")
    return response
  }
}
