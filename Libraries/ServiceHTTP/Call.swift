import Foundation
import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import Observability
import Schemas

/// One request on its way through a route: what a handler may look at.
package struct Call: Sendable {
  package var request: Request
  package var identity: Identity
  package var context: CallContext
  package var logger: Logger
  /// Client address after trusted proxies were taken into account.
  package var address: String
  package var departure: ClientDeparture
  let parameters: [String: String]

  package init(
    request: Request, identity: Identity, context: CallContext, logger: Logger, address: String,
    parameters: [String: String], departure: ClientDeparture = .never
  ) {
    self.request = request
    self.identity = identity
    self.context = context
    self.logger = logger
    self.address = address
    self.parameters = parameters
    self.departure = departure
  }

  /// A `{name}` of the path, percent-decoded; at most 128 characters.
  package func parameter(_ name: String) throws(ServiceError) -> String {
    guard let value = parameters[name]?.removingPercentEncoding, (1...128).contains(value.count),
      value != "." && value != "..",
      value.unicodeScalars.allSatisfy({
        $0 != "/" && !$0.properties.isWhitespace && $0.properties.generalCategory != .control
      })
    else { throw ServiceError(.notFound) }
    return value
  }

  /// The calling user's id; routes with `.user`, `.owner` or `.admin` access always have one.
  package func userID() throws(ServiceError) -> String {
    guard let id = identity.userID else { throw ServiceError(.unauthenticated) }
    return id
  }

  package func query(_ name: String) -> String? {
    request.uri.queryParameters[name[...]].map(String.init)
  }

  package func header(_ name: String) -> String? {
    HTTPField.Name(name).flatMap { request.headers[$0] }
  }

  /// The whole body as JSON.
  ///
  /// - Throws: `UNSUPPORTED_MEDIA_TYPE`, `PAYLOAD_TOO_LARGE`, `MALFORMED_JSON`.
  package func json(upTo limit: Int) async throws -> JSONValue {
    guard mediaType == "application/json" || mediaType.hasSuffix("+json") else {
      throw ServiceError(.unsupportedMediaType, "Send the body as application/json.")
    }
    guard request.headers[.contentEncoding] == nil else {
      throw ServiceError(.unsupportedMediaType, "Send the body without a content encoding.")
    }
    let bytes = try await body(upTo: limit)
    guard String(validating: bytes, as: UTF8.self) != nil else {
      throw ServiceError(.malformedJSON, "The body is not UTF-8.")
    }
    do {
      return try WireJSON.decode(JSONValue.self, from: bytes)
    } catch {
      throw ServiceError(.malformedJSON)
    }
  }

  /// The whole body; `PAYLOAD_TOO_LARGE` past `limit` bytes.
  package func body(upTo limit: Int) async throws -> [UInt8] {
    if let length = request.headers[.contentLength].flatMap(Int.init), length > limit {
      throw ServiceError(.payloadTooLarge, "At most \(limit) bytes are accepted.")
    }
    var bytes: [UInt8] = []
    for try await chunk in request.body {
      bytes += chunk.readableBytesView
      guard bytes.count <= limit else {
        throw ServiceError(.payloadTooLarge, "At most \(limit) bytes are accepted.")
      }
    }
    return bytes
  }

  /// Lower-case media type without parameters; empty when absent.
  package var mediaType: String {
    let value = request.headers[.contentType] ?? ""
    return value.prefix { $0 != ";" }.trimmingCharacters(in: .whitespaces).lowercased()
  }
}
