import Foundation

/// Body of `POST /admin/activation-codes`.
package struct ActivationCodesRequest: JSONBody {
  package var count: Int
  package var expiresInDays: Int?
  /// Makes codes that reset this user's password instead of registering somebody.
  package var forUser: String?

  package static var refusesUnknownFields: Bool { true }

  package init(from fields: inout FieldReader) {
    count = fields.integer("count", 1...1000, default: 1)
    expiresInDays = fields.optionalInteger("expires_in_days", 1...3650)
    forUser = fields.optionalString("for_user", length: 1...64)
  }
}

package struct ActivationCodeAnswer: Sendable, Codable, Equatable {
  package var code: String
  /// `unused`, `used` or `expired`.
  package var state: String
  package var createdAt: Date
  package var expiresAt: Date?
  package var forUser: String?
  package var usedAt: Date?
  package var usedBy: String?

  package init(
    code: String, state: String, createdAt: Date, expiresAt: Date?, forUser: String?, usedAt: Date?, usedBy: String?
  ) {
    self.code = code
    self.state = state
    self.createdAt = createdAt
    self.expiresAt = expiresAt
    self.forUser = forUser
    self.usedAt = usedAt
    self.usedBy = usedBy
  }

  package enum CodingKeys: String, CodingKey {
    case code, state
    case createdAt = "created_at"
    case expiresAt = "expires_at"
    case forUser = "for_user"
    case usedAt = "used_at"
    case usedBy = "used_by"
  }
}

/// Answer of `POST` and `GET /admin/activation-codes`.
package struct ActivationCodesAnswer: Sendable, Codable, Equatable {
  package var codes: [ActivationCodeAnswer]
  package var nextCursor: String?

  package init(codes: [ActivationCodeAnswer], nextCursor: String?) {
    self.codes = codes
    self.nextCursor = nextCursor
  }

  package enum CodingKeys: String, CodingKey {
    case codes
    case nextCursor = "next_cursor"
  }
}
