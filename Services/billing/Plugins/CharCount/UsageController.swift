import BillingCore
import Hummingbird
import Logging
import Schemas
import ServiceHTTP

/// Shows a user's account, and lets the operator set its limit.
struct UsageController: Sendable {
  let ledger: CharacterLedger

  var routes: [Route] {
    [
      Route(.get, "/users/{id}/usage", "Characters used and left this month", access: .owner, handler: usage),
      Route(.get, "/users/{id}/meta", "The same under its older name", access: .owner, handler: usage),
      Route(.get, "/users/{id}/usage/history", "Characters used per month", access: .owner, handler: history),
      Route(
        .get, "/internal/billing/users/{id}/usage", "Characters used and left, for other services",
        access: .services(["perform", "auth"]), handler: usage),
      Route(
        .put, "/admin/billing/users/{id}/limit", "Sets one user's monthly limit", access: .admin,
        body: MonthlyLimitRequest.self, handler: setLimit),
    ]
  }

  private func usage(_ call: Call) async throws -> Response {
    try Reply.json(try await ledger.usage(of: call.parameter("id")).answer(at: ledger.now))
  }

  private func history(_ call: Call) async throws -> Response {
    let history = try await ledger.history(of: call.parameter("id"))
    return try Reply.json(UsageHistoryAnswer(periods: history.compactMap(entry)))
  }

  private func entry(_ account: AccountHistory) -> UsageHistoryAnswer.Entry? {
    ledger.calendar.period(id: account.period).map { period in
      UsageHistoryAnswer.Entry(
        period: period.id, startsAt: period.start, endsAt: period.end, charCount: account.used,
        performances: account.performances)
    }
  }

  private func setLimit(_ call: Call, _ request: MonthlyLimitRequest) async throws -> Response {
    let id = try call.parameter("id")
    let usage = try await ledger.setMonthlyLimit(request.monthlyLimit, for: id)
    call.logger.notice("monthly_limit_set", metadata: ["user_id": "\(id)"])
    return try Reply.json(usage.answer(at: ledger.now))
  }
}
