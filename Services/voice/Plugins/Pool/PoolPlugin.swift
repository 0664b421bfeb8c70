import Logging
import ServiceConfiguration
import ServiceHost
import SpeechProviders
import VoiceCore

/// Shares the provider's voice slots between all users. Without a cloning provider it offers nothing.
package struct PoolPlugin: ServicePlugin {
  package init() {}

  package var identity: String { "voice.pool" }
  package var provides: [AnyPortKey] { [PortKey<any SlotPool>.slotPool.any] }

  package var needs: [AnyPortKey] {
    [
      PortKey<VoiceProvider>.voiceProvider.any, PortKey<any CloneStore>.cloneStore.any,
      PortKey<any DeletionQueue>.deletionQueue.any, PortKey<InstallationID>.installationID.any,
    ]
  }

  package func configure(_ variables: VariableReader) -> PoolConfiguration { PoolConfiguration(variables) }

  package func assemble(_ settings: PoolConfiguration, in assembly: PluginAssembly) async throws -> Contributions {
    let clones = try assembly.port(.cloneStore)
    let provider = try assembly.port(.voiceProvider)
    guard let cloning = provider.cloning else {
      return Contributions(
        routes: PoolController(pool: nil, clones: clones, enabled: false, clock: assembly.clock).routes)
    }
    let pool = ProviderVoicePool(try Self.parts(provider.name, cloning, settings, assembly))
    try await pool.restore()
    assembly.provide(.slotPool, pool)
    return Contributions(
      routes: PoolController(pool: pool, clones: clones, enabled: settings.isEnabled, clock: assembly.clock).routes,
      workers: Self.workers(pool, settings, assembly))
  }

  private static func parts(
    _ providerName: String, _ cloning: any VoiceCloning, _ settings: PoolConfiguration, _ assembly: PluginAssembly
  ) throws -> ProviderVoicePool.Parts {
    ProviderVoicePool.Parts(
      providerName: providerName, cloning: cloning, clones: try assembly.port(.cloneStore),
      deletions: try assembly.port(.deletionQueue),
      installation: try assembly.port(.installationID), configuration: settings, clock: assembly.clock,
      identifiers: assembly.identifiers, pause: assembly.pause, metrics: PoolMetrics(assembly.metrics),
      logger: assembly.logger)
  }

  private static func workers(
    _ pool: ProviderVoicePool, _ settings: PoolConfiguration, _ assembly: PluginAssembly
  ) -> [RepeatingWorker] {
    [
      assembly.worker("pool.listing", every: settings.listingInterval) { try await pool.readProvider() },
      assembly.worker("pool.deletion", every: .seconds(1)) { try await pool.deleteDue() },
    ]
  }
}
