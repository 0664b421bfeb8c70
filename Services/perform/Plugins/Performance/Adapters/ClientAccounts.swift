import PerformCore
import Schemas
import ServiceClients

/// Settings from auth, asked for at every performance and sent over only where they have changed.
struct ClientAccounts: Accounts {
  private struct Known: Sendable {
    var settings: UserSettings
    var etag: String
  }

  private let auth: AuthClient
  private let known = RecentCache<String, Known>(capacity: 5_000)

  init(_ auth: AuthClient) {
    self.auth = auth
  }

  func settings(of userID: String) async throws -> UserSettings {
    let last = known.value(for: userID)
    guard let fresh = try await auth.user(userID, ifNoneMatch: last?.etag) else {
      guard let last else { throw ServiceError(.internalError, cause: "304 without an ETag of ours") }
      return last.settings
    }
    known.remember(Known(settings: fresh.answer.settings, etag: fresh.etag), for: userID)
    return fresh.answer.settings
  }
}
