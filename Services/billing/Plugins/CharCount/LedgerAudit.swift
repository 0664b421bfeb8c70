/// What a check of the books against themselves found; every number is 0 in sound books.
package struct LedgerAudit: Sendable, Equatable {
  /// Accounts whose balance is not the sum of their entries.
  package var misstatedAccounts: Int
  /// Transfers whose entries do not cancel out.
  package var unbalancedTransfers: Int
  /// Committed reservations without their transfer, or with another amount.
  package var commitsWithoutCharge: Int
  package var chargesWithoutCommit: Int

  package init(
    misstatedAccounts: Int = 0, unbalancedTransfers: Int = 0, commitsWithoutCharge: Int = 0,
    chargesWithoutCommit: Int = 0
  ) {
    self.misstatedAccounts = misstatedAccounts
    self.unbalancedTransfers = unbalancedTransfers
    self.commitsWithoutCharge = commitsWithoutCharge
    self.chargesWithoutCommit = chargesWithoutCommit
  }

  package var isSound: Bool { self == LedgerAudit() }
}
