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

  /// Serves every route at its path and, for older clients, under `/api`; internal routes only bare. `HEAD` is
  /// answered wherever `GET` is.
  package func responder() -> some HTTPResponder<ServiceRequestContext> {
    let router = Router(context: ServiceRequestContext.self, options: .autoGenerateHeadEndpoints)
    router.add(middleware: UnmatchedRequests(table: self))
    for (route, pipeline) in entries {
      for path in route.isInternal ? [route.path] : [route.path, "/api" + route.path] {
        router.on(RouterPath(path), method: route.method) { request, context in
          await pipeline.respond(request, context, by: route)
        }
      }
    }
    return router.buildResponder()
  }

  /// Methods that the path has routes for.
  func methods(at path: String) -> [String] {
    let bare = path.hasPrefix("/api/") ? String(path.dropFirst(4)) : path
    let methods = entries.map(\.route)
      .filter { $0.matches(path: bare) && (bare == path || !$0.isInternal) }.map(\.method.rawValue)
    return Set(methods + (methods.contains("GET") ? ["HEAD"] : [])).sorted()
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
private struct UnmatchedRequests: RouterMiddleware {
  let table: RouteTable

  func handle(
    _ request: Request, context: ServiceRequestContext,
    next: (Request, ServiceRequestContext) async throws -> Response
  ) async throws -> Response {
    do {
      return try await next(request, context)
    } catch let error as HTTPError where error.status == .notFound {
      guard let pipeline = table.entries.first?.pipeline else { throw error }
      let methods = table.methods(at: request.uri.path)
      guard !methods.isEmpty else { return await pipeline.refuse(request, ServiceError(.notFound)) }
      return await pipeline.refuse(
        request, ServiceError(.methodNotAllowed), headers: [.allow: methods.joined(separator: ", ")])
    }
  }
}
