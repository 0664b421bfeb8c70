import ServiceConfiguration
import ServiceHost
import Tokens
import VoiceCore

/// "All Recordings": the list, its audio, and links that open it without a token.
package struct RecordingsPlugin: ServicePlugin {
  package init() {}

  package var identity: String { "voice.recordings" }
  package var provides: [AnyPortKey] { [PortKey<AudioLinks>.audioLinks.any] }

  package var needs: [AnyPortKey] {
    [
      PortKey<any RecordingStore>.recordingStore.any, PortKey<any BlobStore>.blobStore.any,
      PortKey<any CloneStore>.cloneStore.any, PortKey<any SampleStore>.sampleStore.any,
      PortKey<DecoyIntake>.decoyIntake.any, PortKey<any CloneLife>.cloneLife.any,
    ]
  }

  package func configure(_ variables: VariableReader) -> RecordingsConfiguration { RecordingsConfiguration(variables) }

  package func assemble(
    _ settings: RecordingsConfiguration, in assembly: PluginAssembly
  ) async throws -> Contributions {
    let links = AudioLinkSigner(
      secret: settings.secret, clock: assembly.clock, isRevoked: assembly.revocations.revokes
    ).links
    assembly.provide(.audioLinks, links)
    let recordings = try assembly.port(.recordingStore)
    let blobs = try assembly.port(.blobStore)
    let controller = RecordingsController(
      recordings: recordings, samples: try assembly.port(.sampleStore), blobs: blobs,
      clones: try assembly.port(.cloneStore), life: try assembly.port(.cloneLife), links: links,
      waveforms: WaveformUse(recordings: recordings, blobs: blobs), decoys: try assembly.port(.decoyIntake),
      clock: assembly.clock)
    let files = AudioFileController(recordings: recordings, blobs: blobs)
    return Contributions(
      routes: controller.routes + files.routes, workers: Self.workers(settings, recordings, blobs, assembly))
  }

  private static func workers(
    _ settings: RecordingsConfiguration, _ recordings: any RecordingStore, _ blobs: any BlobStore,
    _ assembly: PluginAssembly
  ) -> [RepeatingWorker] {
    guard let days = settings.retentionDays else { return [] }
    let sweeper = RetentionSweeper(
      recordings: recordings, blobs: blobs, days: days, clock: assembly.clock, logger: assembly.logger)
    return [assembly.worker("recordings.retention", every: .seconds(3600)) { try await sweeper.sweep() }]
  }
}
