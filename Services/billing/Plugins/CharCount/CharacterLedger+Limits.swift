import BillingCore
import Foundation

extension CharacterLedger {
  /// Lets a reservation pass that fits under both limits.
  ///
  /// - Returns: the user's account, which a reservation does not change.
  func admit(_ wanted: Reservation, in books: any LedgerReading, at now: Date) throws -> Usage {
    let period = calendar.period(containing: now)
    let account = try books.standing(of: wanted.userID, in: period.id)
    let usage = Usage(used: account.used, limit: account.ownLimit ?? rules.monthlyLimit, period: period)
    guard account.used + account.reserved + wanted.maxEffective <= usage.limit else {
      throw BillingError.characterLimitReached(usage)
    }
    if let limit = rules.installationLimit {
      let all = try books.installationStanding(in: period.id)
      guard all.used + all.reserved + wanted.maxEffective <= limit else {
        throw BillingError.installationLimitReached(resetsAt: period.end)
      }
    }
    return usage
  }

  /// The user's account, where a reservation of `maxRaw` would pass now; writes nothing.
  ///
  /// - Throws: ``BillingError``: limits, `unknownModel`.
  package func admission(of userID: String, maxRaw: Int, model: String) async throws -> Usage {
    let now = now
    let wanted = try reservation(for: userID, "", maxRaw: maxRaw, model: model, at: now)
    return try await store.read { try admit(wanted, in: $0, at: now) }
  }

  /// - Parameter limit: effective characters per period; `nil` for the installation's default.
  package func setMonthlyLimit(_ limit: Int?, for userID: String) async throws -> Usage {
    let now = now
    return try await store.transact { books in
      try books.setMonthlyLimit(limit, for: userID)
      return try usage(of: userID, in: books, at: now)
    }
  }
}
