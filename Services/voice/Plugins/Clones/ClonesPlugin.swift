import Observability
import Schemas
import ServiceClients
import ServiceConfiguration
import ServiceHost
import VoiceCore

/// Clones: made eagerly from samples, made again for performances, leased to them.
package struct ClonesPlugin: ServicePlugin {
  package init() {}

  package var identity: String { "voice.clones" }
  package var provides: [AnyPortKey] { [PortKey<any CloneLife>.cloneLife.any] }

  package var needs: [AnyPortKey] {
    [
      PortKey<VoiceProvider>.voiceProvider.any, PortKey<any CloneStore>.cloneStore.any,
      PortKey<any SampleStore>.sampleStore.any, PortKey<any BlobStore>.blobStore.any,
      PortKey<WorkFolder>.workFolder.any, PortKey<any SlotPool>.slotPool.any,
    ]
  }

  package func configure(_ variables: VariableReader) -> ClonesConfiguration { ClonesConfiguration(variables) }

  package func assemble(_ settings: ClonesConfiguration, in assembly: PluginAssembly) async throws -> Contributions {
    let life = try Self.life(settings, assembly)
    let recency = RecencyWorker(life.clones, logger: assembly.logger)
    let leases = LeaseUse(
      life: life, pool: life.pool, book: LeaseBook(), recency: recency, recloneOnPerform: settings.recloneOnPerform,
      clock: assembly.clock, identifiers: assembly.identifiers, metrics: assembly.metrics, logger: assembly.logger)
    assembly.provide(.cloneLife, life)
    assembly.metrics.compute("avg_clone_lifecycle_ms", help: "Mean time from sample to clone, in milliseconds.") {
      assembly.metrics.mean("clone_lifecycle_ms")
    }
    let clones = CloneController(
      life: life, samples: life.samples, blobs: try assembly.port(.blobStore), settings: settings)
    let promotion = PromotionController(promoter: StubPromoter(life: life, logger: assembly.logger))
    return Contributions(
      routes: clones.routes + LeaseController(leases: leases).routes + promotion.routes, workers: [recency])
  }

  private static func life(_ settings: ClonesConfiguration, _ assembly: PluginAssembly) throws -> CloneUse {
    let auth = assembly.auth
    return CloneUse(
      clones: try assembly.port(.cloneStore), samples: try assembly.port(.sampleStore),
      provider: try assembly.port(.voiceProvider), pool: assembly.find(.slotPool),
      maker: try maker(settings, assembly), sharing: try sharing(settings, assembly),
      permission: CloningPermission { try await auth.user($0)?.answer.voiceCloning ?? false }, turns: UserTurns(),
      clock: assembly.clock, identifiers: assembly.identifiers)
  }

  private static func sharing(_ settings: ClonesConfiguration, _ assembly: PluginAssembly) throws -> VoiceSharing? {
    guard settings.sharesIdenticalSamples, let pool = assembly.find(.slotPool) else { return nil }
    return VoiceSharing(
      clones: try assembly.port(.cloneStore), samples: try assembly.port(.sampleStore), pool: pool,
      clock: assembly.clock)
  }

  private static func maker(_ settings: ClonesConfiguration, _ assembly: PluginAssembly) throws -> CloneMaker? {
    guard let pool = assembly.find(.slotPool) else { return nil }
    return CloneMaker(
      clones: try assembly.port(.cloneStore), samples: try assembly.port(.sampleStore), pool: pool,
      blobs: try assembly.port(.blobStore), workFolder: try assembly.port(.workFolder),
      providerName: try assembly.port(.voiceProvider).name, clonesPerDay: settings.clonesPerDay, clock: assembly.clock,
      identifiers: assembly.identifiers, metrics: assembly.metrics, logger: assembly.logger)
  }
}
