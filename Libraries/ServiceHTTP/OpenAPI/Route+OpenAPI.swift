import HTTPTypes
import RateLimiting
import Schemas

extension Route {
  /// This route as an OpenAPI operation object.
  var operation: JSONValue {
    var members: [String: JSONValue] = [
      "operationId": .string(operationID), "summary": .string(summary), "security": security,
      "responses": ["2XX": ["description": "Done"], "default": Self.problemResponse],
    ]
    if let requestBody { members["requestBody"] = requestBody }
    if !parameters.isEmpty { members["parameters"] = .array(parameters) }
    if !limits.isEmpty { members["x-rate-limits"] = .array(limits.map(\.documentation)) }
    return .object(members)
  }

  private var operationID: String {
    let words = path.split(whereSeparator: { !$0.isLetter && !$0.isNumber }).map(String.init)
    return ([method.rawValue.lowercased()] + words).joined(separator: "_")
  }

  private var security: JSONValue {
    switch access {
    case .open: []
    case .ownerOrSignature: [["bearer": []], [:]]
    case .user, .owner, .admin, .services: [["bearer": []]]
    }
  }

  private var parameters: [JSONValue] {
    path.split(separator: "/").filter { $0.hasPrefix("{") }.map { name in
      [
        "name": .string(String(name.dropFirst().dropLast())), "in": "path", "required": true,
        "schema": ["type": "string"],
      ]
    }
  }

  private var requestBody: JSONValue? {
    switch input {
    case .none: nil
    case .json(let fields, _):
      [
        "required": .bool(fields.contains(where: \.required)),
        "content": ["application/json": ["schema": fields.schema]],
      ]
    case .stream(let types, let maxBytes):
      [
        "required": true, "description": .string("At most \(maxBytes) bytes."),
        "content": .object(Dictionary(types.map { ($0, ["schema": [:]] as JSONValue) }, uniquingKeysWith: { $1 })),
      ]
    }
  }

  private static let problemResponse: JSONValue = [
    "description": "What went wrong, and what to do next",
    "content": ["application/problem+json": ["schema": ["$ref": "#/components/schemas/Problem"]]],
  ]
}

extension RouteLimit {
  fileprivate var documentation: JSONValue {
    [
      "name": .string(name), "by": .string(subject.rawValue), "burst": .number(Double(limit.burst)),
      "per_minute": .number(Double(limit.perMinute)),
    ]
  }
}
