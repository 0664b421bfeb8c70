import Foundation
import Schemas
import ServiceClients
import TestSupport
import Testing

@Suite struct UsageRouteTests {
  private func perform(_ bench: BillingBench, _ id: String, raw: Int, model: String = "local") async throws {
    let client = bench.client(as: .perform)
    _ = try await client.reserve(ReservationRequest(userID: "u1", performanceID: id, maxChars: 200, model: model))
    _ = try await client.commit(id, CommitRequest(charsRaw: raw, providerCost: nil))
  }

  @Test("A user sees the account, under both names, and nobody else's")
  func usage() async throws {
    let clock = try ManualClock("2026-11-22T21:00:00Z")
    try await withBilling(clock: clock.wallClock) { bench in
      try await perform(bench, "p1", raw: 80)
      let user = try await bench.user("u1")

      let usage = try await user.get("/users/u1/usage")
      let meta = try await user.get("/api/users/u1/meta")
      let other = try await user.get("/users/u2/usage")

      #expect(
        usage.json == [
          "charCount": 80, "monthlyLimit": 4000, "remaining": 3920, "resets_at": "2026-12-01T00:00:00.000Z",
          "days_until_reset": 9,
        ])
      #expect(meta.json == usage.json)
      #expect(other.status == 403)
    }
  }

  @Test("The history keeps old months readable")
  func history() async throws {
    let clock = try ManualClock("2026-10-31T21:00:00Z")
    try await withBilling(["BILLING_TIME_ZONE": "Europe/Madrid"], clock: clock.wallClock) { bench in
      try await perform(bench, "p1", raw: 80)
      clock.advance(by: .seconds(7200))
      try await perform(bench, "p2", raw: 7)

      let answer = try await bench.user("u1").get("/users/u1/usage/history").decode(UsageHistoryAnswer.self)

      #expect(answer.periods.map(\.period) == ["2026-11", "2026-10"])
      #expect(answer.periods.map(\.charCount) == [7, 80])
      #expect(answer.periods.map(\.performances) == [1, 1])
      #expect(WireDate.text(answer.periods[0].startsAt) == "2026-10-31T23:00:00.000Z")
    }
  }

  @Test("An admin sets a user's limit and takes it back; a user cannot")
  func limit() async throws {
    try await withBilling { bench in
      let path = "/admin/billing/users/u1/limit"
      let admin = try await bench.admin()

      let raised = try await admin.put(path, ["monthlyLimit": 9000])
      let refused = try await bench.user("u1").put(path, ["monthlyLimit": 9000])
      let invalid = try await admin.put(path, ["monthlyLimit": -1])
      let back = try await admin.put(path, ["monthlyLimit": nil])

      #expect(raised.json["monthlyLimit"] == 9000)
      #expect(refused.status == 403)
      #expect(invalid.error == "VALIDATION_FAILED")
      #expect(back.json["monthlyLimit"] == 4000)
    }
  }

  @Test("The monthly reset runs on demand, from the admin's route and from the command line")
  func monthlyReset() async throws {
    let clock = try ManualClock("2026-11-30T23:00:00Z")
    try await withBilling(clock: clock.wallClock) { bench in
      try await perform(bench, "p1", raw: 80)
      let before = try await bench.command("monthly-reset")

      let answer = try await bench.admin().post("/admin/billing/monthly-reset").decode(MonthlyResetAnswer.self)

      #expect(before?.hasPrefix("2026-11 (current): 80 characters charged for 80 spoken, 1 performances") == true)
      #expect(answer.closed.isEmpty)
      #expect(answer.current.charsUsedEffective == 80)
    }
  }
}
