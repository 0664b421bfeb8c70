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
    await recorded(request, route: route.path, level: route.logLevel) { callContext in
      await handled(request, context, route, callContext)
    }
  }

  /// Answers a request that no route takes.
  func refuse(_ request: Request, _ error: ServiceError, headers: HTTPFields = [:]) async -> Response {
    await recorded(request, route: "none", level: .info) { callContext in
      var response = problem(error, instance: request.uri.path, callContext)
      response.headers.append(contentsOf: headers)
      return response
    }
  }

  private func recorded(
    _ request: Request, route: String, level: Logger.Level, _ answer: (CallContext) async -> Response
  ) async -> Response {
    let stopwatch = Stopwatch()
    let callContext = CallContext.incoming(
      requestID: header("X-Request-Id", of: request), traceparent: header("traceparent", of: request),
      identifiers: identifiers, randomness: randomness)
    return await CallContext.$current.withValue(callContext) {
      var response = await answer(callContext)
      if let name = HTTPField.Name("X-Request-Id") { response.headers[name] = callContext.requestID }
      record(request, route: route, level, response, stopwatch)
      return response
    }
  }

  private func handled(
    _ request: Request, _ context: ServiceRequestContext, _ route: Route, _ callContext: CallContext
  ) async -> Response {
    var admission = LimitAdmission(enforcer: LimitEnforcer(limiter: limiter, metrics: metrics), limits: route.limits)
    var response: Response
    do {
      let address = clientAddress.of(request, peer: context.peer)
      try await admission.admit(.address, IPAddress(address)?.household ?? address)
      let identity = try await authenticator.identity(
        of: request, for: route.access, pathID: context.parameters.get("id").map { $0.removingPercentEncoding ?? $0 })
      if let user = identity.userID { try await admission.admit(.user, user) }
      var call = Call(
        request: request, identity: identity, context: callContext, logger: logger, address: address,
        parameters: Dictionary(context.parameters.map { (String($0.key), String($0.value)) }) { $1 },
        departure: context.departure)
      call.context.userID = identity.userID ?? (route.isInternal ? header("X-On-Behalf-Of", of: request) : nil)
      response = try await CallContext.$current.withValue(call.context) { try await route.answer(call) }
    } catch {
      response = problem(error, instance: request.uri.path, callContext)
    }
    response.headers.append(contentsOf: admission.headers)
    return response
  }

  private func problem(_ error: any Error, instance: String, _ context: CallContext) -> Response {
    let known =
      error as? ServiceError ?? BrokenRequest.error(for: error)
      ?? ServiceError(.internalError, cause: String(describing: error))
    if known.code.entry.status >= 500 {
      // What is refused because somebody else is slow, gone or full is no mistake of this service.
      logger.log(
        level: known.code == .internalError ? .error : .warning, "request_failed",
        metadata: ["error": "\(known.code.rawValue)", "cause": "\(known.cause ?? known.message)"])
    }
    return Reply.problem(known, instance: instance, requestID: context.requestID)
  }

  private func record(
    _ request: Request, route: String, _ level: Logger.Level, _ response: Response, _ stopwatch: Stopwatch
  ) {
    let milliseconds = stopwatch.milliseconds
    metrics.increment(
      "http_requests_total",
      labels: ["route": route, "method": request.method.known, "status": "\(response.status.code)"])
    logger.log(
      level: level, "http_request",
      metadata: [
        "service": "\(service)", "method": "\(request.method.rawValue)", "route": "\(route)",
        "status": .stringConvertible(response.status.code), "duration_ms": .stringConvertible(milliseconds),
      ])
  }

  private func header(_ name: String, of request: Request) -> String? {
    HTTPField.Name(name).flatMap { request.headers[$0] }
  }
}

extension HTTPRequest.Method {
  /// For labels of metrics, whose number must not be the caller's choice.
  fileprivate var known: String {
    let known: [HTTPRequest.Method] = [.get, .head, .post, .put, .patch, .delete, .options]
    return known.contains(self) ? rawValue : "other"
  }
}
