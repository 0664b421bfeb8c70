import Capabilities
import Foundation
import HTTPTypes
import Hummingbird
import Logging
import Observability
import RateLimiting
import Schemas

/// What every route of one service is wrapped in: call context, access log, errors, access, limits.
package struct RoutePipeline: Sendable {
  package var service: String
  package var authenticator: Authenticator
  package var limiter: any RateLimiter
  package var metrics: MetricRegistry
  package var logger: Logger
  package var clientAddress: ClientAddress
  package var identifiers: Identifiers
  package var randomness: Randomness

  package init(
    service: String, authenticator: Authenticator, limiter: any RateLimiter, metrics: MetricRegistry, logger: Logger,
    clientAddress: ClientAddress, identifiers: Identifiers, randomness: Randomness
  ) {
    self.service = service
    self.authenticator = authenticator
    self.limiter = limiter
    self.metrics = metrics
    self.logger = logger
    self.clientAddress = clientAddress
    self.identifiers = identifiers
    self.randomness = randomness
  }

  /// Answers the request by the route; every failure becomes a problem answer.
  package func respond(_ request: Request, _ context: ServiceRequestContext, by route: Route) async -> Response {
    let stopwatch = Stopwatch()
    var callContext = CallContext.incoming(
      requestID: header("X-Request-Id", of: request), traceparent: header("traceparent", of: request),
      identifiers: identifiers, randomness: randomness)
    callContext.userID = header("X-On-Behalf-Of", of: request).flatMap { route.isInternal ? $0 : nil }
    return await CallContext.$current.withValue(callContext) {
      var response = await handled(request, context, route, callContext)
      if let name = HTTPField.Name("X-Request-Id") { response.headers[name] = callContext.requestID }
      record(request, route, response, stopwatch)
      return response
    }
  }

  private func handled(
    _ request: Request, _ context: ServiceRequestContext, _ route: Route, _ callContext: CallContext
  ) async -> Response {
    do {
      let pathID = context.parameters.get("id").map { $0.removingPercentEncoding ?? $0 }
      let address = clientAddress.of(request, peer: context.peer)
      let enforcer = LimitEnforcer(limiter: limiter, metrics: metrics)
      let byAddress = route.limits.filter { $0.subject == .address }
      var limitHeaders = try await enforcer.admit(byAddress, address: address, identity: .anonymous)
      let identity = try await authenticator.identity(of: request, for: route.access, pathID: pathID)
      let byUser = route.limits.filter { $0.subject == .user }
      limitHeaders.append(contentsOf: try await enforcer.admit(byUser, address: address, identity: identity))
      var call = Call(
        request: request, identity: identity, context: callContext, logger: logger, address: address,
        parameters: Dictionary(context.parameters.map { (String($0.key), String($0.value)) }) { $1 },
        departure: context.departure)
      call.context.userID = identity.userID ?? callContext.userID
      var response = try await CallContext.$current.withValue(call.context) { try await route.handler(call) }
      response.headers.append(contentsOf: limitHeaders)
      return response
    } catch {
      return problem(error, instance: request.uri.path, callContext)
    }
  }

  private func problem(_ error: any Error, instance: String, _ context: CallContext) -> Response {
    let known = error as? ServiceError ?? ServiceError(.internalError, cause: String(describing: error))
    if known.code.entry.status >= 500 {
      logger.error(
        "request_failed",
        metadata: ["error": "\(known.code.rawValue)", "cause": "\(known.cause ?? known.message)"])
    }
    return Reply.problem(known, instance: instance, requestID: context.requestID)
  }

  private func record(_ request: Request, _ route: Route, _ response: Response, _ stopwatch: Stopwatch) {
    let milliseconds = stopwatch.milliseconds
    metrics.increment(
      "http_requests_total",
      labels: ["route": route.path, "method": request.method.rawValue, "status": "\(response.status.code)"])
    logger.info(
      "http_request",
      metadata: [
        "service": "\(service)", "method": "\(request.method.rawValue)", "route": "\(route.path)",
        "status": .stringConvertible(response.status.code), "duration_ms": .stringConvertible(milliseconds),
      ])
  }

  private func header(_ name: String, of request: Request) -> String? {
    HTTPField.Name(name).flatMap { request.headers[$0] }
  }
}
