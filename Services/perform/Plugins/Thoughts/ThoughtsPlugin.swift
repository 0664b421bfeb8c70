import PerformCore
import ServiceHost

/// The two routes that older clients know: words alone, and words with their speech.
package struct ThoughtsPlugin: ServicePlugin {
  package let identity = "perform.thoughts"
  package let needs = [
    PortKey.routines.any, PortKey.noteComposer.any, PortKey.accounts.any, PortKey.performing.any,
  ]

  package init() {}

  package func assemble(_ settings: NoSettings, in assembly: PluginAssembly) async throws -> Contributions {
    let performing = try assembly.port(.performing)
    let thoughts = Thoughts(
      routine: try assembly.port(.routines).routine(Thoughts.routine), accounts: try assembly.port(.accounts),
      composer: try assembly.port(.noteComposer))
    return Contributions(routes: ThoughtsController(thoughts: thoughts, performing: performing).routes)
  }
}
