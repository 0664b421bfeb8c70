import AudioIngest
import ChildProcesses
import Logging
import ServiceConfiguration
import ServiceHost
import VoiceCore

/// Voice samples: received, decoded, levelled, stored, and followed by the clone.
package struct UploadPlugin: ServicePlugin {
  package init() {}

  package var identity: String { "voice.upload" }

  package var provides: [AnyPortKey] { [PortKey<DecoyIntake>.decoyIntake.any] }

  package var needs: [AnyPortKey] {
    [
      PortKey<any SampleStore>.sampleStore.any, PortKey<any BlobStore>.blobStore.any,
      PortKey<WorkFolder>.workFolder.any, PortKey<any CloneLife>.cloneLife.any,
    ]
  }

  package func configure(_ variables: VariableReader) -> UploadConfiguration { UploadConfiguration(variables) }

  package func assemble(_ settings: UploadConfiguration, in assembly: PluginAssembly) async throws -> Contributions {
    let samples = try assembly.port(.sampleStore)
    let blobs = try assembly.port(.blobStore)
    let folder = try assembly.port(.workFolder)
    let life = try assembly.port(.cloneLife)
    let decoder = await SampleDecoder(folder: folder, limits: IngestLimits(duration: settings.duration))
    Self.report(decoder, to: assembly.logger)
    let use = UploadUse(
      decoder: decoder, samples: samples, blobs: blobs, life: life, clock: assembly.clock,
      identifiers: assembly.identifiers, logger: assembly.logger)
    let receiver = UploadReceiver(folder: folder, sizes: settings.sizes)
    let controller = UploadController(use: use, receiver: receiver, life: life, settings: settings)
    let decoys = DecoyUse(
      receiver: receiver, decoder: await SampleDecoder(folder: folder, limits: .decoy), blobs: blobs,
      clock: assembly.clock, identifiers: assembly.identifiers)
    assembly.provide(
      .decoyIntake,
      DecoyIntake(limits: settings.limits, maxBytes: settings.sizes.largestMultipart, receive: decoys.receive))
    return Contributions(
      routes: controller.routes + SourceController(samples: samples, blobs: blobs).routes,
      readiness: [ReadinessCheck(name: "decoder") { decoder.problem }])
  }

  /// Said once: what the system permits does not change while we run.
  private static func report(_ decoder: SampleDecoder, to logger: Logger) {
    guard let confinement = decoder.confinement else { return }
    logger.log(
      level: confinement.isFull ? .info : .warning, "decoder_confinement",
      metadata: [
        "no_network": .stringConvertible(confinement.noNetwork),
        "no_new_privileges": .stringConvertible(confinement.noNewPrivileges),
        "unprivileged": .stringConvertible(confinement.unprivileged),
      ])
  }
}
