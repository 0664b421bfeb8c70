import Schemas

/// What auth knows of the performer.
package protocol Accounts: Sendable {
  /// The settings as they are now.
  ///
  /// - Throws: ``ServiceError`` `DEPENDENCY_UNAVAILABLE`.
  func settings(of userID: String) async throws -> UserSettings
}
