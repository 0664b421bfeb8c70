import ServiceHost

/// `ledger-check`: holds the books against themselves, for the operator after a crash or a restore.
enum LedgerCheckCommand {
  static func make(_ ledger: CharacterLedger) -> MaintenanceCommand {
    MaintenanceCommand(name: "ledger-check", usage: "Checks that balances, entries and charges agree.") { _ in
      let audit = try await ledger.audit()
      guard audit.isSound else { throw LedgerUnsound(audit: audit) }
      return "The ledger is sound."
    }
  }
}

/// Makes the command fail with the numbers found.
struct LedgerUnsound: Error, CustomStringConvertible {
  let audit: LedgerAudit

  var description: String {
    """
    The ledger contradicts itself: accounts with a wrong balance \(audit.misstatedAccounts), \
    unbalanced transfers \(audit.unbalancedTransfers), commits without charge \(audit.commitsWithoutCharge), \
    charges without commit \(audit.chargesWithoutCommit).
    """
  }
}
