import PerformCore
import Schemas
import ServiceHost

/// The routines as data files, and the menu that is made from them.
package struct RoutinesPlugin: ServicePlugin {
  package let identity = "perform.routines"
  package let provides = [PortKey.routines.any]

  package init() {}

  package func assemble(_ settings: NoSettings, in assembly: PluginAssembly) async throws -> Contributions {
    let languages = UserSettings.Language.allCases.map(\.rawValue)
    let catalog = try RoutineFolder().load(languages: languages)
    assembly.provide(.routines, catalog)
    return Contributions(routes: RoutinesController(catalog: catalog).routes)
  }
}
