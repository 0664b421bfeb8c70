import Foundation

/// Body of `PATCH /admin/users/{id}`.
package struct AccountChangeRequest: JSONBody {
  package var role: Role?
  package var disabled: Bool?
  package var voiceCloning: Bool?

  package static var refusesUnknownFields: Bool { true }

  package init(from fields: inout FieldReader) {
    role = fields.choice("role", Role.self)
    disabled = fields.optionalBoolean("disabled")
    voiceCloning = fields.optionalBoolean("voice_cloning")
  }
}

/// An account as an admin sees it.
package struct AdminUserAnswer: Sendable, Codable, Equatable {
  package var userID: String
  package var username: String
  package var email: String
  package var role: Role
  package var disabled: Bool
  package var voiceCloning: Bool
  package var createdAt: Date

  package init(
    userID: String, username: String, email: String, role: Role, disabled: Bool, voiceCloning: Bool, createdAt: Date
  ) {
    self.userID = userID
    self.username = username
    self.email = email
    self.role = role
    self.disabled = disabled
    self.voiceCloning = voiceCloning
    self.createdAt = createdAt
  }

  package enum CodingKeys: String, CodingKey {
    case username, email, role, disabled
    case userID = "user_id"
    case voiceCloning = "voice_cloning"
    case createdAt = "created_at"
  }
}

/// Answer of `GET /admin/users`.
package struct AdminUsersAnswer: Sendable, Codable, Equatable {
  package var users: [AdminUserAnswer]
  package var nextCursor: String?

  package init(users: [AdminUserAnswer], nextCursor: String?) {
    self.users = users
    self.nextCursor = nextCursor
  }

  package enum CodingKeys: String, CodingKey {
    case users
    case nextCursor = "next_cursor"
  }
}
