import Ambience
import AudioMixing
import ServiceHost

/// Lets the settings' page play what a background sounds like.
package struct AmbientPlugin: ServicePlugin {
  package let identity = "voice.ambient"

  package init() {}

  package func assemble(_ settings: NoSettings, in assembly: PluginAssembly) async throws -> Contributions {
    let samples = AmbientSamples(library: try BackgroundLibrary(folder: Ambience.folder))
    return Contributions(routes: AmbientController(samples: samples).routes)
  }
}
