import Schemas
import ServiceHost

/// Opens, renews and ends users' sessions. A session is an access token and a chain of refresh tokens.
package protocol SessionKeeping: Sendable {
  func open(for userID: String, role: Role) async throws -> SessionTokens

  /// Whose refresh token this is, if it is known at all; does not say that it may still be used.
  func owner(of refreshToken: String) async throws -> String?

  /// New tokens for a refresh token. One that is used a second time ends its session, unless two tabs raced.
  ///
  /// - Throws: `REFRESH_TOKEN_INVALID`.
  func renew(_ refreshToken: String, role: Role) async throws -> SessionTokens

  /// Ends the session that the refresh token belongs to; nothing happens for an unknown one.
  func close(_ refreshToken: String) async throws

  /// Ends every session of the user and voids their access tokens, everywhere within a minute.
  func closeAll(of userID: String) async throws

  /// Voids the access tokens but not the sessions, so that the next ones carry the user's new role.
  func voidAccessTokens(of userID: String) async throws
}

package struct SessionTokens: Sendable, Equatable {
  package var accessToken: String
  package var refreshToken: String
  /// Seconds that the access token is valid for.
  package var expiresIn: Int

  package init(accessToken: String, refreshToken: String, expiresIn: Int) {
    self.accessToken = accessToken
    self.refreshToken = refreshToken
    self.expiresIn = expiresIn
  }
}

extension PortKey where Value == any SessionKeeping {
  package static var sessions: Self { PortKey("auth.sessions") }
}
