import Foundation
import Schemas
import ServiceClients
import TestSupport
import Testing

@Suite struct ReservationRouteTests {
  private func request(_ id: String, user: String = "u1", maxChars: Int = 200, model: String = "eleven_turbo_v2_5")
    -> ReservationRequest
  {
    ReservationRequest(userID: user, performanceID: id, maxChars: maxChars, model: model)
  }

  @Test("Perform reserves and commits; the answer carries the charge and the user's account")
  func charge() async throws {
    let clock = try ManualClock()
    try await withBilling(clock: clock.wallClock) { bench in
      let perform = bench.client(as: .perform)

      let reserved = try await perform.reserve(request("p1"))
      let committed = try await perform.commit("p1", CommitRequest(charsRaw: 101, providerCost: 50))

      #expect(reserved.state == .reserved)
      #expect(reserved.expiresAt == clock.now + 300)
      #expect(committed.state == .committed)
      #expect(committed.charsUsedRaw == 101)
      #expect(committed.charsUsedEffective == 51)
      #expect(committed.costFactor.millionths == 500_000)
      #expect(committed.usage.charCount == 51)
      #expect(committed.usage.remaining == 3949)
      #expect(try await perform.commit("p1", CommitRequest(charsRaw: 101, providerCost: 50)) == committed)
      #expect(try await bench.client(as: .voice).reservation("p1") == committed)
    }
  }

  @Test("Over the limit: 402 with the account and the day of the reset")
  func limitReached() async throws {
    let clock = try ManualClock("2026-11-22T21:00:00Z")
    try await withBilling(["MONTHLY_CHAR_LIMIT": "120"], clock: clock.wallClock) { bench in
      let perform = bench.client(as: .perform)
      _ = try await perform.reserve(request("p1"))
      _ = try await perform.commit("p1", CommitRequest(charsRaw: 200, providerCost: nil))
      let token = try await bench.service(.perform)

      let answer = try await token.post(
        "/internal/billing/reservations",
        ["user_id": "u1", "performance_id": "p2", "max_chars": 200, "model": "eleven_turbo_v2_5"])

      #expect(answer.status == 402)
      #expect(answer.error == "CHARACTER_LIMIT_REACHED")
      #expect(answer.json["charCount"] == 100)
      #expect(answer.json["monthlyLimit"] == 120)
      #expect(answer.json["resets_at"] == "2026-12-01T00:00:00.000Z")
    }
  }

  @Test("The installation's limit and an unknown model have codes of their own")
  func otherRefusals() async throws {
    try await withBilling(["INSTALLATION_CHAR_LIMIT": "50"]) { bench in
      let perform = bench.client(as: .perform)

      await expect(.installationLimitReached) { try await perform.reserve(request("p1")) }
      await expect(.unknownModel) { try await perform.reserve(request("p1", model: "nobody_v9")) }
      await expect(.notFound) { try await perform.commit("p9", CommitRequest(charsRaw: 1, providerCost: nil)) }
    }
  }

  @Test("An admission tells what a reservation would be told, and sets nothing aside")
  func admission() async throws {
    try await withBilling(["MONTHLY_CHAR_LIMIT": "120", "INSTALLATION_CHAR_LIMIT": "150"]) { bench in
      let perform = bench.client(as: .perform)
      func ask(_ maxChars: Int, of user: String = "u1") -> AdmissionRequest {
        AdmissionRequest(userID: user, maxChars: maxChars, model: "eleven_turbo_v2_5")
      }

      for _ in 0..<3 { #expect(try await perform.admission(ask(240)).remaining == 120) }
      await expect(.characterLimitReached) { try await perform.admission(ask(242)) }
      _ = try await perform.reserve(request("p1"))
      await expect(.characterLimitReached) { try await perform.admission(ask(42)) }
      await expect(.installationLimitReached) { try await perform.admission(ask(102, of: "u2")) }
      await expect(.unknownModel) {
        try await perform.admission(AdmissionRequest(userID: "u1", maxChars: 9, model: "nobody_v9"))
      }
    }
  }

  @Test("A commit after the expiry is refused and charges nothing; a new attempt may follow")
  func expiry() async throws {
    let clock = try ManualClock()
    try await withBilling(["RESERVATION_SECONDS": "240"], clock: clock.wallClock) { bench in
      let perform = bench.client(as: .perform)
      _ = try await perform.reserve(request("p1"))
      clock.advance(by: .seconds(240))

      await expect(.reservationExpired) {
        try await perform.commit("p1", CommitRequest(charsRaw: 9, providerCost: nil))
      }

      #expect(try await perform.reservation("p1").state == .expired)
      #expect(try await perform.usage(of: "u1").charCount == 0)
      #expect(try await perform.reserve(request("p1")).state == .reserved)
    }
  }

  @Test("A release is repeatable; after a charge it is a conflict, as are another user, model or maximum")
  func conflicts() async throws {
    try await withBilling { bench in
      let perform = bench.client(as: .perform)
      _ = try await perform.reserve(request("p1"))
      _ = try await perform.reserve(request("p2"))

      let released = [try await perform.release("p1"), try await bench.client(as: .voice).release("p1")]
      _ = try await perform.commit("p2", CommitRequest(charsRaw: 10, providerCost: nil))

      #expect(released.map(\.state) == [.released, .released])
      await expect(.reservationConflict) { try await perform.release("p2") }
      await expect(.reservationConflict) { try await perform.reserve(request("p2", user: "u2")) }
      await expect(.reservationConflict) { try await perform.reserve(request("p2", maxChars: 201)) }
      await expect(.reservationConflict) { try await perform.reserve(request("p2", model: "eleven_v3")) }
    }
  }

  @Test("Only perform charges; voice reads and releases; users reach none of it")
  func access() async throws {
    try await withBilling { bench in
      _ = try await bench.client(as: .perform).reserve(request("p1"))
      let path = "/internal/billing/reservations"
      let body: JSONValue = ["user_id": "u1", "performance_id": "p2", "max_chars": 9, "model": "local"]

      let voice = try await bench.service(.voice)
      let user = try await bench.user("u1")
      let statuses = [
        try await voice.post(path, body).status, try await voice.post("\(path)/p1/commit", ["chars_raw": 1]).status,
        try await voice.get("\(path)/p1").status, try await user.get("\(path)/p1").status,
        try await bench.host.client.post(path, body).status,
        try await bench.service(.auth).get("\(path)/p1").status,
        try await bench.service(.auth).get("/internal/billing/users/u1/usage").status,
      ]

      #expect(statuses == [403, 403, 200, 401, 401, 403, 200])
    }
  }

  @Test("Charges survive a restart of the service")
  func restart() async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "billing-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try await withBilling(["DATA_DIR": folder]) { bench in
      _ = try await bench.client(as: .perform).reserve(request("p1"))
      _ = try await bench.client(as: .perform).commit("p1", CommitRequest(charsRaw: 80, providerCost: nil))
    }

    try await withBilling(["DATA_DIR": folder]) { bench async throws in
      #expect(try await bench.client(as: .perform).usage(of: "u1").charCount == 40)
      #expect(try await bench.client(as: .perform).reservation("p1").state == .committed)
      #expect(try await bench.command("ledger-check") == "The ledger is sound.")
    }
  }

  private func expect(
    _ code: ErrorCode, _ location: SourceLocation = #_sourceLocation, _ call: () async throws -> some Sendable
  ) async {
    let error = await #expect(throws: ServiceError.self, sourceLocation: location) { try await call() }
    #expect(error?.code == code, sourceLocation: location)
  }
}
