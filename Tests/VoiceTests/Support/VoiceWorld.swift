import Capabilities
import Foundation
import OutboundHTTP
import ProviderEmulator
import Schemas
import ServiceClients
import TestSupport
import VoiceHost

/// The real voice service with a double of auth, and the provider's emulator where the test wants one.
struct VoiceWorld: Sendable {
  let host: RunningHost
  let auth: AuthDouble
  let provider: EmulatorState?

  /// Speaks as a user.
  func user(_ id: String) async throws -> TestClient {
    host.client.with(token: try await auth.tokens.user(id))
  }

  /// Speaks as the perform service.
  var perform: VoiceClient {
    let tokens = auth.tokens
    let source = ServiceTokenSource(clock: .system) { audience in
      ServiceTokenAnswer(token: try await tokens.service(.perform, for: audience), expiresIn: 600)
    }
    return VoiceClient(
      caller: ServiceCaller(
        to: .voice, addresses: ServiceAddresses([.voice: host.url]), tokens: source,
        transport: host.client.transport))
  }
}

/// Runs `body` against voice in local mode: no provider key.
func withLocalVoice(
  _ environment: [String: String] = [:], clock: WallClock = .system, samples: [SeededSample] = [],
  billing: String? = nil, _ body: (VoiceWorld) async throws -> Void
) async throws {
  try await withVoice(environment, provider: nil, clock: clock, samples: samples, billing: billing, body)
}

/// Runs `body` against voice with ElevenLabs' emulator as provider.
func withCloningVoice(
  _ environment: [String: String] = [:], account: Account = Account(), clock: WallClock = .system,
  samples: [SeededSample] = [], prepare: (EmulatorState) -> Void = { _ in }, _ body: (VoiceWorld) async throws -> Void
) async throws {
  var options = EmulatorOptions()
  options.account = account
  let emulator = try await ProviderEmulator.start(options)
  prepare(emulator.state)
  let access = ["ELEVEN_LABS_API_KEY": EmulatorOptions.elevenLabsKey, "ELEVEN_LABS_BASE_URL": emulator.url]
  do {
    try await withVoice(
      access.merging(environment) { _, own in own }, provider: emulator.state, clock: clock, samples: samples,
      billing: nil, body)
    await emulator.stop()
  } catch {
    await emulator.stop()
    throw error
  }
}

private func withVoice(
  _ environment: [String: String], provider: EmulatorState?, clock: WallClock, samples: [SeededSample],
  billing: String?, _ body: (VoiceWorld) async throws -> Void
) async throws {
  let folder = FileManager.default.temporaryDirectory.appending(path: "voice-\(UUID().uuidString)").path
  defer { try? FileManager.default.removeItem(atPath: folder) }
  try await SeededSample.store(samples, in: environment["DATA_DIR"] ?? folder)
  let variables = ["DATA_DIR": folder].merging(environment) { _, own in own }
  try await withAuthDouble(clock: clock) { auth in
    let addresses = auth.addresses
    if let billing { addresses.set(billing, for: .billing) }
    try await withRunningHost(VoiceHost.definition, environment: variables, addresses: addresses, clock: clock) {
      host in
      try await body(VoiceWorld(host: host, auth: auth, provider: provider))
    }
  }
}
