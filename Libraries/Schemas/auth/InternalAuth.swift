import Foundation

/// Body of `POST /internal/auth/service-token`: client credentials of one service.
package struct ServiceTokenRequest: JSONBody, Codable {
  package var service: String
  package var secret: String
  package var audience: String

  package init(service: String, secret: String, audience: String) {
    self.service = service
    self.secret = secret
    self.audience = audience
  }

  package init(from fields: inout FieldReader) {
    service = fields.string("service", length: 1...32)
    secret = fields.string("secret", length: 1...512)
    audience = fields.string("audience", length: 1...32)
  }
}

package struct ServiceTokenAnswer: Sendable, Codable, Equatable {
  package var token: String
  /// Seconds.
  package var expiresIn: Int

  package init(token: String, expiresIn: Int) {
    self.token = token
    self.expiresIn = expiresIn
  }

  package enum CodingKeys: String, CodingKey {
    case token
    case expiresIn = "expires_in"
  }
}

/// Answer of `GET /internal/auth/revocations`: whose access tokens are void although not yet expired.
package struct RevocationsAnswer: Sendable, Codable, Equatable {
  package struct Entry: Sendable, Codable, Equatable {
    package var userID: String
    /// Tokens issued at or before this instant are refused.
    package var issuedUntil: Date

    package init(userID: String, issuedUntil: Date) {
      self.userID = userID
      self.issuedUntil = issuedUntil
    }

    package enum CodingKeys: String, CodingKey {
      case userID = "user_id"
      case issuedUntil = "issued_until"
    }
  }

  package var revocations: [Entry]

  package init(revocations: [Entry]) { self.revocations = revocations }
}

/// Answer of `GET /internal/auth/users/{id}`: what other services may know of an account.
package struct InternalUserAnswer: Sendable, Codable, Equatable {
  package var userID: String
  package var settings: UserSettings
  /// Whether the operator lets this account clone a voice.
  package var voiceCloning: Bool

  package init(userID: String, settings: UserSettings, voiceCloning: Bool) {
    self.userID = userID
    self.settings = settings
    self.voiceCloning = voiceCloning
  }

  package enum CodingKeys: String, CodingKey {
    case settings
    case userID = "user_id"
    case voiceCloning = "voice_cloning"
  }
}
