import ServiceConfiguration
import ServiceHost
import VoiceCore

/// "All Recordings": the list, its audio, and links that open it without a token.
package struct RecordingsPlugin: ServicePlugin {
  package init() {}

  package var identity: String { "voice.recordings" }
  package var provides: [AnyPortKey] { [PortKey<AudioLinks>.audioLinks.any] }

  package var needs: [AnyPortKey] {
    [
      PortKey<any RecordingStore>.recordingStore.any, PortKey<any BlobStore>.blobStore.any,
      PortKey<any CloneStore>.cloneStore.any,
    ]
  }

  package func configure(_ variables: VariableReader) -> RecordingsConfiguration { RecordingsConfiguration(variables) }

  package func assemble(
    _ settings: RecordingsConfiguration, in assembly: PluginAssembly
  ) async throws -> Contributions {
    let links = AudioLinkSigner(secret: settings.secret, clock: assembly.clock).links
    assembly.provide(.audioLinks, links)
    let controller = RecordingsController(
      recordings: try assembly.port(.recordingStore), blobs: try assembly.port(.blobStore),
      clones: try assembly.port(.cloneStore), links: links, clock: assembly.clock)
    return Contributions(routes: controller.routes)
  }
}
