import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
import NIOFoundationCompat

/// Routes a request to the control plane or to a provider, and sends what comes of it.
struct EmulatorResponder: HTTPResponder {
  typealias Context = EmulatorContext

  let environment: EmulatorEnvironment
  private static let bodyLimit = 64 << 20

  func respond(to request: Request, context: EmulatorContext) async throws -> Response {
    let body = Data(buffer: try await request.body.collect(upTo: Self.bodyLimit))
    let segments = request.uri.path.split(separator: "/").map { $0.removingPercentEncoding ?? String($0) }
    let query = QueryString.parse(request.uri.query)
    let answer =
      if segments.first == "_emulator" {
        ControlPlane(environment: environment).answer(
          request.method.rawValue, Array(segments.dropFirst()), query: query, body: body)
      } else {
        await provider(request, segments, query, body)
      }
    return try await Delivery.response(for: answer, context: context)
  }

  private func provider(
    _ request: Request, _ segments: [String], _ query: [(name: String, value: String)], _ body: Data
  ) async -> Answer {
    let headers = Self.headers(request.headers)
    let looksLikeGoogle = headers.keys.contains { $0.hasPrefix("x-goog-") } || query.contains { $0.name == "key" }
    switch RouteMatch(method: request.method.rawValue, segments: segments, looksLikeGoogle: looksLikeGoogle) {
    case .unknown(let provider): return NoRoute.answer(provider, status: 404)
    case .wrongMethod(let provider): return NoRoute.answer(provider, status: 405)
    case .endpoint(let endpoint, let parameter, let version):
      let call = EmulatorRequest(
        method: request.method.rawValue, path: request.uri.path, query: query, headers: headers, body: body,
        endpoint: endpoint, parameter: parameter, version: version)
      return await CallHandling(environment: environment).answer(call)
    }
  }

  private static func headers(_ fields: HTTPFields) -> [String: String] {
    Dictionary(fields.map { ($0.name.canonicalName, $0.value) }) { "\($0), \($1)" }
  }
}
