import Hummingbird
import Logging
import NIOCore

/// ElevenLabs and Gemini on one loopback port, good enough for their official SDKs.
///
/// Give `url` as base URL to either SDK; `url + "/elevenlabs"` and `url + "/gemini"` serve one provider alone.
/// `/_emulator/…` is the control plane for tests in another process.
package final class ProviderEmulator: Sendable {
  /// `http://host:port`, without a slash at the end.
  package let url: String
  /// Account, voices, counters, faults and journal.
  package let state: EmulatorState
  private let server: Task<Void, Never>

  private init(url: String, state: EmulatorState, server: Task<Void, Never>) {
    self.url = url
    self.state = state
    self.server = server
  }

  /// Listens when it returns; throws when the port is taken.
  package static func start(_ options: EmulatorOptions = EmulatorOptions()) async throws -> ProviderEmulator {
    let state = EmulatorState()
    state.reset(account: options.account, latency: options.latency)
    let (ports, announce) = AsyncThrowingStream<Int, any Error>.makeStream()
    let application = application(options, state) { announce.yield($0) }
    let server = Task {
      do { try await application.run() } catch { announce.finish(throwing: error) }
      announce.finish()
    }
    for try await port in ports {
      return ProviderEmulator(url: "http://\(options.host):\(port)", state: state, server: server)
    }
    throw CancellationError()
  }

  /// Closes the port and every connection; returns when both are gone.
  package func stop() async {
    server.cancel()
    await server.value
  }

  /// Returns when the server has ended.
  package func wait() async { await server.value }

  /// Every row of ElevenLabs' tables, as ``Fault/error`` takes them.
  package static var elevenLabsErrorNames: [String] { ElevenLabsErrors.all.map(\.name) }

  private static func application(
    _ options: EmulatorOptions, _ state: EmulatorState, announce: @escaping @Sendable (Int) -> Void
  ) -> some ApplicationProtocol {
    let environment = EmulatorEnvironment(
      options: options, state: state,
      speech: SpeechCache(renderer: options.renderer ?? EspeakRenderer(), byLength: options.sharesSpeechByLength),
      samples: SampleProbe())
    return Application(
      responder: EmulatorResponder(environment: environment),
      server: .http1(configuration: .init(additionalChannelHandlers: [HangUpHandler(), ConnectionCounter(state)])),
      configuration: .init(address: .hostname(options.host, port: options.port)),
      onServerRunning: { announce($0.localAddress?.port ?? options.port) },
      logger: Logger(label: "provider-emulator") { _ in SwiftLogNoOpLogHandler() })
  }
}
