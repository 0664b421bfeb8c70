import ServiceConfiguration
import ServiceHost
import VoiceCore

/// Notes of performances, from the first byte to the delivered recording.
package struct NotesPlugin: ServicePlugin {
  package init() {}

  package var identity: String { "voice.notes" }

  package var needs: [AnyPortKey] {
    [
      PortKey<any NoteStore>.noteStore.any, PortKey<any BlobStore>.blobStore.any, PortKey<AudioLinks>.audioLinks.any,
      PortKey<any VoiceLeasing>.voiceLeasing.any,
    ]
  }

  /// A quarter of an hour at 128 kbit/s.
  private static let longestNote = 16 << 20

  package func configure(_ variables: VariableReader) -> NotesConfiguration { NotesConfiguration(variables) }

  package func assemble(_ settings: NotesConfiguration, in assembly: PluginAssembly) async throws -> Contributions {
    let blobs = try assembly.port(.blobStore)
    let use = NoteUse(
      notes: try assembly.port(.noteStore), blobs: blobs, clock: assembly.clock, identifiers: assembly.identifiers)
    let recorder = NoteRecorder(blobs: blobs, identifiers: assembly.identifiers, longest: Self.longestNote)
    let sweeper = NoteSweeper(
      use: use, billing: ChargeSettlement(assembly.billing), age: settings.sweepAge, metrics: assembly.metrics,
      logger: assembly.logger)
    let worker = assembly.worker("notes.sweeper", every: .seconds(30)) { try await sweeper.sweep() }
    let controller = NotesController(
      use: use, recorder: recorder, leases: try assembly.port(.voiceLeasing), links: try assembly.port(.audioLinks))
    return Contributions(routes: controller.routes, workers: [worker])
  }
}
