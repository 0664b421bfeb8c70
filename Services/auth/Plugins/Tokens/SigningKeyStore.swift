import Foundation

/// A private signing key as it is kept: encrypted.
package struct SealedSigningKey: Sendable, Equatable {
  package var id: String
  package var sealed: Data
  package var createdAt: Date

  package init(id: String, sealed: Data, createdAt: Date) {
    self.id = id
    self.sealed = sealed
    self.createdAt = createdAt
  }
}

/// Where signing keys are kept.
package protocol SigningKeyStore: Sendable {
  /// Oldest first; the last one signs.
  func all() async throws -> [SealedSigningKey]

  /// Keeps the key unless there is one already; of several that start at once one wins.
  func insertFirst(_ key: SealedSigningKey) async throws
}
