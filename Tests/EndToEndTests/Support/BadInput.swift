import Foundation
import HTTPTypes
import OutboundHTTP
import Schemas
import ServiceClients
import ServiceHTTP
import ServiceHost
import TestSupport

/// One request that a route must refuse.
struct BadInput: Sendable {
  enum Caller: Sendable {
    case nobody, performer
    case token(String)
  }

  var name: String
  var path: String
  var caller: Caller
  var body: OutboundBody = .none
  var headers: [String: String] = [:]
  var statuses: Set<Int>

  /// Every attempt that makes sense for the route.
  ///
  /// - Parameter spentToken: the access token of a session that was logged out everywhere.
  static func attempts(against route: Route, owner: String, spentToken: String) -> [BadInput] {
    let path = route.path.replacing("{id}", with: owner).replacing(/\{[a-z_]+\}/, with: "x1")
    return auth(route, path, owner: owner, spentToken: spentToken) + bodies(route, path)
  }

  private static func auth(_ route: Route, _ path: String, owner: String, spentToken: String) -> [BadInput] {
    guard route.access != .open else { return [] }
    let body: OutboundBody = if case .none = route.input { .none } else { .bytes(Array("{}".utf8)) }
    let json = ["Content-Type": "application/json"]
    var attempts = [
      BadInput(
        name: "auth: garbage token", path: path, caller: .token("x.y.z"), body: body, headers: json, statuses: [401]),
      BadInput(
        name: "auth: unsigned token", path: path, caller: .token("eyJhbGciOiJub25lIn0.eyJzdWIiOiJhIn0."), body: body,
        headers: json, statuses: [401]),
      BadInput(
        name: "replay: spent token", path: path, caller: .token(spentToken), body: body, headers: json, statuses: [401]),
    ]
    let withoutToken: Set<Int> = route.access == .ownerOrSignature ? [401, 403] : [401]
    attempts.append(
      BadInput(name: "auth: no token", path: path, caller: .nobody, body: body, headers: json, statuses: withoutToken))
    switch route.access {
    case .services, .admin:
      attempts.append(
        BadInput(
          name: "auth: a user's token", path: path, caller: .performer, body: body, headers: json, statuses: [401, 403])
      )
    case .owner, .ownerOrSignature:
      let other = path.replacing(owner, with: "00000000-0000-7000-8000-000000000000")
      attempts.append(
        BadInput(
          name: "auth: another's id", path: other, caller: .performer, body: body, headers: json, statuses: [403]))
    default: break
    }
    return attempts
  }

  private static func bodies(_ route: Route, _ path: String) -> [BadInput] {
    guard let caller = bodyCaller(route) else { return [] }
    switch route.input {
    case .none: return []
    case .json(let shape, let limit): return json(shape, limit, path, caller)
    case .stream(let types, let limit):
      return types.contains("multipart/form-data")
        ? form(limit, path, caller) : content(types.first ?? "", limit, path, caller)
    }
  }

  /// Internal and admin routes refuse the performer before they look at a body.
  private static func bodyCaller(_ route: Route) -> Caller? {
    switch route.access {
    case .open: .nobody
    case .user, .owner, .ownerOrSignature: .performer
    case .admin, .services: nil
    }
  }

  private static func json(_ shape: [FieldShape], _ limit: Int, _ path: String, _ caller: Caller) -> [BadInput] {
    let make = { (name: String, text: [UInt8], type: String, statuses: Set<Int>) in
      BadInput(
        name: name, path: path, caller: caller, body: .bytes(text), headers: ["Content-Type": type], statuses: statuses)
    }
    let jsonType = "application/json"
    var attempts = [
      make("shape: not JSON", Array("{".utf8), jsonType, [400]),
      make("shape: a list", Array("[1]".utf8), jsonType, [422]),
      make("shape: deeply nested", Array(String(repeating: "[", count: 5_000).utf8), jsonType, [400]),
      make("encoding: not UTF-8", [0x7B, 0x22, 0xFF, 0xFE, 0x22, 0x7D], jsonType, [400]),
      make("encoding: another content type", Array("{}".utf8), "text/plain", [415]),
      make("size: too large", [UInt8](repeating: 0x20, count: limit + 1), jsonType, [413]),
    ]
    attempts.append(
      BadInput(
        name: "encoding: compressed", path: path, caller: caller, body: .bytes(Array("{}".utf8)),
        headers: ["Content-Type": jsonType, "Content-Encoding": "gzip"], statuses: [415]))
    for (name, text) in BadBody.bodies(breaking: shape) {
      attempts.append(make(name, Array(text.utf8), jsonType, [400, 412, 422]))
    }
    return attempts
  }

  private static func content(_ type: String, _ limit: Int, _ path: String, _ caller: Caller) -> [BadInput] {
    let attempts: [(name: String, type: String, bytes: [UInt8], statuses: Set<Int>)] = [
      ("encoding: another content type", "text/plain", Array("hello".utf8), [415]),
      ("shape: nothing", type, [], [400, 415, 422]),
      ("size: too large", type, [UInt8](repeating: 0, count: limit + 1), [413]),
    ]
    return attempts.map { attempt in
      BadInput(
        name: attempt.name, path: path, caller: caller, body: .bytes(attempt.bytes),
        headers: ["Content-Type": attempt.type], statuses: attempt.statuses)
    }
  }

  private static func form(_ limit: Int, _ path: String, _ caller: Caller) -> [BadInput] {
    [
      BadInput(
        name: "encoding: another content type", path: path, caller: caller, body: .bytes(Array("hello".utf8)),
        headers: ["Content-Type": "text/plain"], statuses: [415]),
      BadInput(
        name: "shape: multipart without a boundary", path: path, caller: caller, body: .bytes(Array("hello".utf8)),
        headers: ["Content-Type": "multipart/form-data"], statuses: [400, 415, 422]),
      BadInput(
        name: "shape: an empty form", path: path, caller: caller,
        body: .multipart([MultipartPart(name: "nothing", content: .bytes([]))]), statuses: [400, 422]),
      BadInput(
        name: "size: a file too large", path: path, caller: caller,
        body: .multipart([
          MultipartPart(name: "consent", content: .bytes(Array("true".utf8))),
          MultipartPart(
            name: "file", filename: "a.mp3", contentType: "audio/mpeg",
            content: .bytes(Array("ID3".utf8) + [UInt8](repeating: 0, count: limit + 1))),
        ]), statuses: [413]),
      BadInput(
        name: "shape: no consent, no audio", path: path, caller: caller,
        body: .multipart([
          MultipartPart(name: "file", filename: "a.mp3", contentType: "audio/mpeg", content: .bytes([1, 2, 3]))
        ]), statuses: [415, 422]),
    ]
  }
}

/// Bodies that break one declared field each.
enum BadBody {
  static func bodies(breaking shape: [FieldShape]) -> [(name: String, text: String)] {
    var bodies = [(String, String)]()
    if shape.contains(where: \.required) { bodies.append(("shape: empty object", "{}")) }
    for field in shape {
      for (kind, value) in wrongValues(for: field.kind) {
        bodies.append(("\(kind): \(field.name)", text(of: shape, with: field.name, as: value)))
      }
    }
    return bodies
  }

  private static func wrongValues(for kind: FieldShape.Kind) -> [(String, JSONValue)] {
    switch kind {
    case .string(let length):
      [("shape", 5), ("range", .string(String(repeating: "x", count: length.upperBound + 1)))]
    case .choice: [("shape", 5), ("range", "none of these")]
    case .integer(let range): [("shape", "five"), ("range", .number(Double(range.upperBound) + 1)), ("range", 1.5)]
    case .number(let range): [("shape", "half"), ("range", .number(range.upperBound + 1))]
    case .boolean: [("shape", "yes")]
    case .object: [("shape", "text")]
    }
  }

  private static func text(of shape: [FieldShape], with name: String, as value: JSONValue) -> String {
    var members: [String: JSONValue] = [:]
    for field in shape where field.required { members[field.name] = plausible(field.kind) }
    members[name] = value
    return (try? WireJSON.encode(JSONValue.object(members))).map { String(decoding: $0, as: UTF8.self) } ?? "{}"
  }

  private static func plausible(_ kind: FieldShape.Kind) -> JSONValue {
    switch kind {
    case .string(let length): .string(String(repeating: "a", count: max(1, length.lowerBound)))
    case .choice(let choices): .string(choices.first ?? "")
    case .integer(let range): .number(Double(range.lowerBound))
    case .number(let range): .number(range.lowerBound)
    case .boolean: true
    case .object: [:]
    }
  }
}
