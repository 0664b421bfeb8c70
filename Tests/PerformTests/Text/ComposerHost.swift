import Capabilities
import Foundation
import PerformCore
import PerformPrompt
import PerformRoutines
import ProviderEmulator
import ServiceClients
import ServiceHost
import Synchronization
import TestSupport

/// The composer as the perform service assembles it, with an emulator in the place of its providers.
struct ComposerHost: Sendable {
  let composer: any NoteComposer
  let emulator: ProviderEmulator
  let host: RunningHost

  func metric(_ name: String, _ part: String = "") async throws -> Double {
    try await host.metric(name, part)
  }
}

/// Runs `body` with a composer of its own. Pauses between attempts take no time, and a busy machine meets no deadline.
func withComposer(
  _ environment: [String: String] = ["GOOGLE_API_KEY": EmulatorOptions.geminiKey],
  _ body: (ComposerHost) async throws -> Void
) async throws {
  let emulator = try await ProviderEmulator.start()
  let port = TakenPort()
  let definition = HostDefinition(
    service: .perform, defaultPort: 8083, plugins: [RoutinesPlugin(), PromptPlugin(), port])
  let addresses = [
    "GEMINI_BASE_URL": emulator.url, "OPENAI_TEXT_BASE_URL": emulator.url, "TEXT_PROVIDER_TIMEOUT_SECONDS": "60",
  ]
  do {
    try await withRunningHost(
      definition, environment: addresses.merging(environment) { $1 }, adjust: { $0.pause = .betweenTries }
    ) { host in
      guard let composer = port.taken.withLock({ $0 }) else { throw AssemblyError.notProvided("composer") }
      try await body(ComposerHost(composer: composer, emulator: emulator, host: host))
    }
  } catch {
    await emulator.stop()
    throw error
  }
  await emulator.stop()
}

extension Pause {
  /// Takes no time between two tries; what waits longer are the host's own workers, which would spin.
  fileprivate static let betweenTries = Pause { pause in
    if pause > .seconds(10) { try await Task.sleep(for: pause) }
  }
}

/// Takes the composer out of the host that is assembled.
private final class TakenPort: ServicePlugin {
  let identity = "perform.probe"
  let needs = [PortKey.noteComposer.any]
  let taken = Mutex<(any NoteComposer)?>(nil)

  func assemble(_ settings: NoSettings, in assembly: PluginAssembly) async throws -> Contributions {
    let composer = try assembly.port(.noteComposer)
    taken.withLock { $0 = composer }
    return Contributions()
  }
}
