import PerformMixing
import PerformPerformance
import PerformPrompt
import PerformProvenance
import PerformRoutines
import PerformSynth
import PerformThoughts
import ServiceClients
import ServiceHost

/// The perform service: what is said, who speaks, how it sounds, and the performance that joins them.
package enum PerformHost {
  package static let definition = HostDefinition(
    service: .perform, defaultPort: 8083,
    plugins: [
      RoutinesPlugin(),
      PromptPlugin(),
      SynthPlugin(),
      MixingPlugin(),
      ProvenancePlugin(),
      PerformancePlugin(),
      ThoughtsPlugin(),
    ])
}
