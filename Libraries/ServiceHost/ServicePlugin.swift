import Persistence
import ServiceConfiguration

/// A part of a service: a value in the host's list. The host knows no plugin beyond this contract.
///
/// Four moments: *describe* (the properties, without side effects), *configure*, *assemble*, and *release*
/// (what ``PluginAssembly/onRelease(_:)`` was told, also after an assembly that stopped half-way).
package protocol ServicePlugin: Sendable {
  associatedtype Settings: Sendable = NoSettings

  /// Dotted: service, then plugin, for example `voice.pool`. Unique in a host.
  var identity: String { get }
  var provides: [AnyPortKey] { get }
  /// Ports of other plugins of the same host; they are assembled first.
  var needs: [AnyPortKey] { get }
  /// Applied to the service's database before any plugin is assembled.
  var migrations: [Migration] { get }

  /// Reads the plugin's variables; problems are noted by the reader.
  func configure(_ variables: VariableReader) -> Settings

  /// Builds the plugin from the ports it needs. Must not talk to other services or providers: they may be down.
  func assemble(_ settings: Settings, in assembly: PluginAssembly) async throws -> Contributions
}

/// For a plugin without variables of its own.
package struct NoSettings: Sendable {
  package init() {}
}

extension ServicePlugin {
  package var provides: [AnyPortKey] { [] }
  package var needs: [AnyPortKey] { [] }
  package var migrations: [Migration] { [] }
}

extension ServicePlugin where Settings == NoSettings {
  package func configure(_ variables: VariableReader) -> NoSettings { NoSettings() }
}

/// A plugin whose variables have been read.
struct ConfiguredPlugin: Sendable {
  let identity: String
  let assemble: @Sendable (PluginAssembly) async throws -> Contributions
}

extension ServicePlugin {
  func configured(by variables: VariableReader) -> ConfiguredPlugin {
    variables.owner = identity
    let settings = configure(variables)
    return ConfiguredPlugin(identity: identity) { try await assemble(settings, in: $0) }
  }
}
