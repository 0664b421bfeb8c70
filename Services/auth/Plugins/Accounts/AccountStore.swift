import AuthCore
import Foundation
import Schemas

/// Where accounts are kept.
package protocol AccountStore: Sendable {
  /// Adds an account and spends the activation code, both or neither. Without a code nothing is spent.
  ///
  /// - Throws: `ACTIVATION_CODE_INVALID`, else `USERNAME_TAKEN`, else `EMAIL_TAKEN`.
  func insert(_ account: Account, redeeming code: String?) async throws

  func account(_ id: String) async throws -> Account?

  /// By the key of a username or an e-mail address.
  func account(named key: String) async throws -> Account?

  /// In the order of their ids, which is the order of their making; from the one after `cursor` on.
  func page(_ query: PageQuery) async throws -> [Account]

  /// Changes the account by what `change` makes of it and raises its version.
  ///
  /// - Parameter change: must keep id, names and password hash.
  /// - Throws: `NOT_FOUND`; `LAST_ADMIN` where nobody enabled would be left to administrate.
  func update(_ id: String, _ change: @escaping @Sendable (inout Account) -> Void) async throws -> Account

  func setPasswordHash(_ hash: String, of id: String) async throws
}
