import BillingCore
import Foundation
import Hummingbird
import Schemas
import ServiceHTTP

/// The monthly closing on demand.
struct MonthlyResetController: Sendable {
  let reset: MonthlyReset

  var routes: [Route] {
    [
      Route(
        .post, "/admin/billing/monthly-reset", "Closes ended months now and shows the current one", access: .admin,
        handler: run)
    ]
  }

  private func run(_ call: Call) async throws -> Response {
    let closed = try await reset.run().map { PeriodSummaryAnswer($0.summary, closedAt: $0.closedAt) }
    let current = PeriodSummaryAnswer(try await reset.current(), closedAt: nil)
    return try Reply.json(MonthlyResetAnswer(closed: closed, current: current))
  }
}

extension PeriodSummaryAnswer {
  fileprivate init(_ summary: PeriodSummary, closedAt: Date?) {
    self.init(
      period: summary.period, users: summary.users, performances: summary.performances, charsUsedRaw: summary.charsRaw,
      charsUsedEffective: summary.charsEffective, closedAt: closedAt)
  }
}
