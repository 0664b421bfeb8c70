/// What a check of the books against themselves found; every number is 0 in sound books.
package struct LedgerAudit: Sendable, Equatable {
  /// Accounts whose balance is not the sum of their entries.
  package var misstatedAccounts = 0
  /// Transfers whose entries do not cancel out.
  package var unbalancedTransfers = 0
  /// Committed reservations without their transfer, or with another amount.
  package var commitsWithoutCharge = 0
  package var chargesWithoutCommit = 0

  package var isSound: Bool { self == LedgerAudit() }
}
