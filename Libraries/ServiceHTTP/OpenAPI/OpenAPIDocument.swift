import HTTPTypes
import Schemas

/// Routes described in OpenAPI 3.1, made from the same values that the router is made from.
///
/// Internal routes are left out: their contract is `ServiceClients`.
package struct OpenAPIDocument: Sendable {
  package let title: String
  package let version: String
  package let routes: [Route]

  package init(title: String, version: String, routes: [Route]) {
    self.title = title
    self.version = version
    self.routes = routes.filter { !$0.isInternal }
  }

  package var value: JSONValue {
    [
      "openapi": "3.1.0",
      "info": ["title": .string(title), "version": .string(version)],
      "servers": [["url": "/"], ["url": "/api", "description": "The same paths, for older clients"]],
      "paths": .object(paths),
      "components": [
        "securitySchemes": ["bearer": ["type": "http", "scheme": "bearer", "bearerFormat": "JWT"]],
        "schemas": ["Problem": Self.problem],
      ],
    ]
  }

  private var paths: [String: JSONValue] {
    Dictionary(grouping: routes, by: \.path).mapValues { routes in
      .object(
        Dictionary(
          routes.map { ($0.method.rawValue.lowercased(), $0.operation) }, uniquingKeysWith: { first, _ in first }))
    }
  }

  private static let problem: JSONValue = [
    "type": "object",
    "description": "RFC 9457, with the stable code in `error` and what to do next in `action`.",
    "required": ["type", "title", "status", "detail", "instance", "error", "message", "action", "request_id"],
    "properties": [
      "type": ["type": "string"], "title": ["type": "string"], "status": ["type": "integer"],
      "detail": ["type": "string"], "instance": ["type": "string"],
      "error": ["type": "string", "enum": .array(ErrorCode.allCases.map { .string($0.rawValue) })],
      "message": ["type": "string"], "action": ["type": "string"], "request_id": ["type": "string"],
    ],
  ]
}
