import Foundation
import OutboundHTTP
import Schemas
import ServiceClients
import ServiceHTTP
import ServiceHost
import TestSupport
import Testing

/// A user who registers, records and performs, as an app would.
struct Performer: Sendable {
  let id: String
  let username: String
  let password: String
  let client: SurfaceClient
  let refreshToken: String

  static func register(_ deployment: Deployment, code: String? = nil, name: String = "ana") async throws -> Performer {
    let password = "a rather long passphrase \(name)"
    let answer = try await deployment.client.post(
      "/auth/register",
      [
        "username": .string(name), "email": .string("\(name)@example.org"), "password": .string(password),
        "activationCode": .string(code ?? deployment.activationCode),
      ])
    try #require(answer.status == 201, "\(answer.text)")
    return try await logIn(deployment, name: name, password: password)
  }

  /// The same user with a new session.
  func loggedInAgain(_ deployment: Deployment) async throws -> Performer {
    try await Self.logIn(deployment, name: username, password: password)
  }

  private static func logIn(_ deployment: Deployment, name: String, password: String) async throws -> Performer {
    let session = try await deployment.client.post(
      "/auth/login", ["username": .string(name), "password": .string(password)])
    try #require(session.status == 200, "\(session.text)")
    let decoded = try session.decode(SessionAnswer.self)
    return Performer(
      id: decoded.userID, username: name, password: password,
      client: deployment.client.with(token: decoded.accessToken), refreshToken: decoded.refreshToken)
  }

  func upload(_ path: String = SpeechClip.path) async throws -> TestAnswer {
    try await client.send(
      "POST", "/users/\(id)/voice",
      body: .multipart([
        MultipartPart(name: "consent", content: .bytes(Array("true".utf8))),
        MultipartPart(
          name: "file", filename: "clip", contentType: "application/octet-stream", content: .file(path: path)),
      ]))
  }

  func perform(
    value: String = "spiders", headers: [String: String] = [:], extra: [String: JSONValue] = [:]
  ) async throws -> TestAnswer {
    var body: [String: JSONValue] = ["routine_type": "phobias", "value": .string(value)]
    body.merge(extra) { _, own in own }
    return try await client.post("/perform", .object(body), headers: headers)
  }

  func charCount() async throws -> Int {
    try await client.get("/users/\(id)/usage").decode(UsageAnswer.self).charCount
  }

  func notes() async throws -> [RecordingAnswer] {
    try await client.get("/users/\(id)/recordings?kind=note").decode(RecordingsAnswer.self).recordings
  }
}
