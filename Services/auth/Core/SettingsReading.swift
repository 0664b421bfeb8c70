import Schemas
import ServiceHost

/// Reads users' settings.
package protocol SettingsReading: Sendable {
  /// The defaults, as version 0, for a user who never changed any.
  func settings(of userID: String) async throws -> StoredSettings
}

package struct StoredSettings: Sendable, Equatable {
  package var settings: UserSettings
  /// Grows by one with every change.
  package var version: Int

  package init(settings: UserSettings = UserSettings(), version: Int = 0) {
    self.settings = settings
    self.version = version
  }
}

extension PortKey where Value == any SettingsReading {
  package static var settings: Self { PortKey("auth.settings") }
}
