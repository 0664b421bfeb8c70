import Foundation
import Schemas

/// Who calls, after their token was verified.
package enum Identity: Sendable, Equatable {
  case anonymous
  case user(id: String, role: Role, tokenID: String, issuedAt: Date)
  case service(name: String)

  package var userID: String? {
    if case .user(let id, _, _, _) = self { id } else { nil }
  }
}
