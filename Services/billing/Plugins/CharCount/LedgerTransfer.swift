import BillingCore
import Foundation
import Schemas

/// One charge as the ledger keeps it: two entries that cancel out, never changed afterwards.
package struct LedgerTransfer: Sendable, Equatable {
  /// The business event; one transfer at most has it, which makes a second charge of a performance impossible.
  package var reference: String
  package var userID: String
  package var period: String
  package var model: String
  package var factor: CostFactor
  package var charge: Charge
  package var recordedAt: Date

  /// The charge of a committed reservation.
  package init(_ charge: Charge, for reservation: Reservation, at now: Date) {
    reference = Self.reference(of: reservation.performanceID)
    userID = reservation.userID
    period = reservation.period
    model = reservation.model
    factor = reservation.factor
    self.charge = charge
    recordedAt = now
  }

  /// What the user used, taken from the installation's account of the same period.
  package var entries: [LedgerEntry] {
    [
      LedgerEntry(account: .user(userID, period: period), amount: charge.effective),
      LedgerEntry(account: .installation(period: period), amount: -charge.effective),
    ]
  }

  package static func reference(of performanceID: String) -> String { "performance:\(performanceID)" }
}

/// One side of a transfer, in effective characters.
package struct LedgerEntry: Sendable, Equatable {
  package var account: LedgerAccount
  package var amount: Int
}

/// What entries are booked on.
package enum LedgerAccount: Sendable, Hashable {
  case user(String, period: String)
  case installation(period: String)

  package var name: String {
    switch self {
    case .user(let id, let period): "user:\(id):\(period)"
    case .installation(let period): "installation:\(period)"
    }
  }

  package var period: String {
    switch self {
    case .user(_, let period), .installation(let period): period
    }
  }

  package var userID: String? {
    if case .user(let id, _) = self { id } else { nil }
  }
}
