/// Body of `POST /auth/register`.
package struct RegisterRequest: JSONBody {
  package var username: String
  package var email: String
  package var password: String
  package var activationCode: String

  package init(from fields: inout FieldReader) {
    username = fields.string("username", length: 3...32)
    email = fields.string("email", length: 3...254)
    password = fields.string("password", length: 1...128)
    activationCode = fields.string("activationCode", length: 11...11)
  }
}

/// Body of `POST /auth/login`; `username` may be the e-mail address.
package struct LoginRequest: JSONBody {
  package var username: String
  package var password: String

  package init(from fields: inout FieldReader) {
    username = fields.string("username", length: 1...254)
    password = fields.string("password", length: 1...128)
  }
}

/// Body of `POST /auth/refresh` and `POST /auth/logout`.
package struct RefreshRequest: JSONBody {
  package var refreshToken: String

  package init(from fields: inout FieldReader) {
    refreshToken = fields.string("refresh_token", length: 1...512)
  }
}

/// Body of `POST /auth/verify-activation-code`.
package struct VerifyActivationCodeRequest: JSONBody {
  package var code: String

  package init(from fields: inout FieldReader) {
    code = fields.string("activationCode", length: 1...64)
  }
}

package struct VerifyActivationCodeAnswer: Sendable, Codable, Equatable {
  package var valid: Bool

  package init(valid: Bool) { self.valid = valid }
}

/// Answer of register, login and refresh. `settings` comes with login only.
package struct SessionAnswer: Sendable, Codable, Equatable {
  package var userID: String
  package var username: String
  package var email: String
  package var accessToken: String
  package var refreshToken: String
  package var tokenType = "Bearer"
  /// Seconds that the access token is valid for.
  package var expiresIn: Int
  package var settings: UserSettings?

  package init(
    userID: String, username: String, email: String, accessToken: String, refreshToken: String, expiresIn: Int,
    settings: UserSettings?
  ) {
    self.userID = userID
    self.username = username
    self.email = email
    self.accessToken = accessToken
    self.refreshToken = refreshToken
    self.expiresIn = expiresIn
    self.settings = settings
  }

  package enum CodingKeys: String, CodingKey {
    case username, email, settings
    case userID = "user_id"
    case accessToken = "access_token"
    case refreshToken = "refresh_token"
    case tokenType = "token_type"
    case expiresIn = "expires_in"
  }
}

/// Answer of `GET /user/me`.
package struct UserAnswer: Sendable, Codable, Equatable {
  package var userID: String
  package var username: String
  package var email: String
  package var role: Role
  package var charCount: Int
  package var monthlyLimit: Int

  package init(userID: String, username: String, email: String, role: Role, charCount: Int, monthlyLimit: Int) {
    self.userID = userID
    self.username = username
    self.email = email
    self.role = role
    self.charCount = charCount
    self.monthlyLimit = monthlyLimit
  }

  package enum CodingKeys: String, CodingKey {
    case username, email, role, charCount, monthlyLimit
    case userID = "user_id"
  }
}

package enum Role: String, Sendable, Codable, CaseIterable {
  case user, admin
}
