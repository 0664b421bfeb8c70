import Foundation
import HTTPTypes
import OutboundHTTP
import Schemas
import ServiceClients
import ServiceConfiguration
import ServiceHTTP
import ServiceHost
import TestSupport
import Testing

/// Six classes of bad input against every route, made from the routes themselves.
@Suite(.serialized) struct BadInputTests {
  @Test("Bad input of six classes is refused clearly on every route; nothing is stored and nothing crashes")
  func matrix() async throws {
    let surface = try await Surface.read()
    // Hundreds of requests in seconds are what the limits are there to stop.
    let unlimited = KnownVariables.names.filter { $0.hasPrefix("RATE_LIMIT_") }.map { ($0, "100000/100000") }
    let environment = Dictionary(uniqueKeysWithValues: unlimited)
    try await withDeployment(.fourServices, .none, environment: environment) { deployment in
      let performer = try await Performer.register(deployment)
      let stranger = Stranger(performer: performer, deployment: deployment)
      // The first access token of a session that is logged out everywhere is what "replay" sends below.
      let spent = try await stranger.spentToken()
      let before = try StoredRows.count(in: deployment.dataDirectory)

      var refusals = 0
      for entry in surface.entries {
        for attempt in BadInput.attempts(against: entry.route, owner: performer.id, spentToken: spent) {
          let answer = try await stranger.send(attempt, to: entry)
          check(answer, attempt, entry)
          refusals += 1
        }
      }

      let after = try StoredRows.count(in: deployment.dataDirectory)
      #expect(refusals > surface.entries.count * 2)
      #expect(before == after)
      #expect(await deployment.programs.allRunning)
    }
  }

  private func check(_ answer: TestAnswer, _ attempt: BadInput, _ entry: Surface.Entry) {
    let name = "\(entry.testDescription): \(attempt.name) → \(answer.status) \(answer.text.prefix(300))"
    #expect(attempt.statuses.contains(answer.status), "\(name)")
    #expect(answer.headers["Content-Type"] == Problem.contentType, "\(name)")
    for member in ["type", "title", "detail", "instance", "error", "message", "action", "request_id"] {
      #expect(answer.json[member]?.stringValue?.isEmpty == false, "\(member) in \(name)")
    }
    #expect(answer.json["status"]?.numberValue == Double(answer.status), "\(name)")
    #expect(answer.json["error"]?.stringValue.flatMap(ErrorCode.init) != nil, "\(name)")
  }
}

/// Sends bad input as the performer, as nobody, or as somebody else.
private struct Stranger {
  let performer: Performer
  let deployment: Deployment

  func send(_ attempt: BadInput, to entry: Surface.Entry) async throws -> TestAnswer {
    let token: String? =
      switch attempt.caller {
      case .nobody: nil
      case .performer: performer.client.token
      case .token(let token): token
      }
    let client = deployment.client.with(token: token).at(entry.service)
    return try await client.send(
      entry.route.method.rawValue, attempt.path, body: attempt.body, headers: attempt.headers)
  }

  func spentToken() async throws -> String {
    let session = try await deployment.client.post(
      "/auth/login", ["username": .string(performer.username), "password": .string(performer.password)])
    let spent = try session.decode(SessionAnswer.self)
    let loggedOut = try await deployment.client.with(token: spent.accessToken).post(
      "/auth/logout", ["refresh_token": .string(spent.refreshToken)])
    try #require(loggedOut.status < 300, "\(loggedOut.text)")
    return spent.refreshToken
  }
}
