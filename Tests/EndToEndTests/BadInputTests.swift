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
      let first = try await Performer.register(deployment)
      let spent = try await Self.logOutEverywhere(first)
      let performer = try await first.loggedInAgain(deployment)
      let stranger = Stranger(performer: performer, deployment: deployment)
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

  @Test("A spent activation code, refresh token or key admits nobody a second time")
  func replays() async throws {
    try await withDeployment(.fourServices, .none) { deployment in
      let performer = try await Performer.register(deployment)
      let rotated = ["refresh_token": JSONValue.string(performer.refreshToken)]
      let code: [String: JSONValue] = [
        "username": "otto", "email": "otto@example.org", "password": "another long passphrase",
        "activationCode": .string(deployment.activationCode),
      ]

      let registered = try await deployment.client.post("/auth/register", .object(code))
      let loggedOut = try await performer.client.post("/auth/logout", .object(rotated))
      let refreshed = try await deployment.client.post("/auth/refresh", .object(rotated))

      #expect(registered.status == 422 || registered.status == 409, "\(registered.text)")
      #expect(loggedOut.status < 300, "\(loggedOut.text)")
      #expect(refreshed.status == 401, "\(refreshed.text)")
    }
  }

  /// - Returns: the access token, once every service has learnt that it is void.
  private static func logOutEverywhere(_ performer: Performer) async throws -> String {
    let answer = try await performer.client.post("/auth/logout-all", [:])
    try #require(answer.status < 300, "\(answer.text)")
    let probes: [(ServiceName, String)] = [
      (.auth, "/user/me"), (.voice, "/users/\(performer.id)/voice/meta"), (.perform, "/routines"),
      (.billing, "/users/\(performer.id)/usage"),
    ]
    for (service, path) in probes {
      try await eventually("\(service) refuses a token that was logged out") {
        try await performer.client.at(service).get(path).status == 401
      }
    }
    return performer.client.token ?? ""
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
}
