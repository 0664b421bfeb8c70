import Foundation
import GRDB
import ServiceHost

/// Spends activation codes on new accounts.
package protocol ActivationCodeRedeeming: Sendable {
  /// A look before expensive work; only ``redeem(_:for:at:in:)`` decides.
  func isUsable(_ code: String, at instant: Date) async throws -> Bool

  /// Marks the code as used by the account, inside the transaction that makes the account.
  ///
  /// - Throws: `ACTIVATION_CODE_INVALID`, for the caller to let the transaction fail with.
  func redeem(_ code: String, for userID: String, at instant: Date, in transaction: GRDB.Database) throws
}

extension PortKey where Value == any ActivationCodeRedeeming {
  package static var activationCodes: Self { PortKey("auth.activationCodes") }
}
