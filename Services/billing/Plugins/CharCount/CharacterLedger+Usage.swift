import BillingCore
import Foundation

extension CharacterLedger {
  /// The user's account in the period of now; a user who never performed has used nothing.
  package func usage(of userID: String) async throws -> Usage {
    let now = now
    return try await store.read { try usage(of: userID, in: $0, at: now) }
  }

  /// Periods with charges, newest first.
  package func history(of userID: String) async throws -> [AccountHistory] {
    try await store.read { try $0.history(of: userID) }
  }

  /// Writes down what the clock has already decided, and tells how many reservations are open.
  package func sweep() async throws {
    let now = now
    let (expired, open) = try await store.transact { books in
      (try books.expireReservations(dueAt: now), try books.openReservations())
    }
    observer.swept(expired: expired, open: open)
  }

  /// Holds the books against themselves.
  package func audit() async throws -> LedgerAudit {
    try await store.read { try $0.audit() }
  }

  func usage(of userID: String, in books: any LedgerReading, at now: Date) throws -> Usage {
    let period = calendar.period(containing: now)
    let account = try books.standing(of: userID, in: period.id)
    return Usage(used: account.used, limit: account.ownLimit ?? rules.monthlyLimit, period: period)
  }
}

extension CharacterLedger: PeriodBooks {
  package func periodsWithCharges() async throws -> [String] {
    try await store.read { try $0.periodsWithCharges() }
  }

  package func summary(of period: String, at now: Date) async throws -> PeriodSummary {
    try await store.read { try $0.summary(of: period, at: now) }
  }
}
