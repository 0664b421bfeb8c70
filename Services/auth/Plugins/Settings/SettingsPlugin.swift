import AuthCore
import Persistence
import ServiceHost

/// Users' settings.
package struct SettingsPlugin: ServicePlugin {
  package let identity = "auth.settings"
  package let provides = [PortKey.settings.any]
  package let migrations = SettingsMigrations.all

  package init() {}

  package func assemble(_ settings: NoSettings, in assembly: PluginAssembly) async throws -> Contributions {
    let store = GRDBSettingsStore(try assembly.database())
    assembly.provide(.settings, store)
    return Contributions(routes: SettingsController(store: store).routes)
  }
}
