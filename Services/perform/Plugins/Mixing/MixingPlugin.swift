import Ambience
import AudioMixing
import PerformCore
import ServiceHost

/// How it sounds: the backgrounds, decoded once, and the renderers that lay words over them.
package struct MixingPlugin: ServicePlugin {
  package let identity = "perform.mixing"
  package let provides = [PortKey.noteMixing.any]

  package init() {}

  package func assemble(_ settings: NoSettings, in assembly: PluginAssembly) async throws -> Contributions {
    let library = try BackgroundLibrary(folder: Ambience.folder)
    assembly.provide(.noteMixing, NoteMixer(library: library, randomness: assembly.randomness))
    return Contributions()
  }
}
