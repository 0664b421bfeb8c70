import Hummingbird
import NIOCore
import Schemas
import ServiceClients
import ServiceConfiguration
import ServiceHTTP
import ServiceHost
import TestSupport
import Testing

/// `GET /endless`: an answer that never ends by itself.
private struct EndlessPlugin: ServicePlugin {
  let identity = "perform.endless"
  let onEnd: @Sendable () -> Void

  func assemble(_ settings: NoSettings, in assembly: PluginAssembly) async throws -> Contributions {
    Contributions(routes: [
      Route(.get, "/endless", "Zeros", access: .open) { [onEnd] _ in
        Response(
          status: .ok,
          body: ResponseBody { writer in
            defer { onEnd() }
            while true { try await writer.write(ByteBuffer(repeating: 0, count: 65_536)) }
          })
      }
    ])
  }
}

@Suite struct StalledReaderTests {
  @Test("A client that stops reading its answer is given up after the idle time", .timeLimit(.minutes(1)))
  func stalled() async throws {
    let (ends, end) = AsyncStream.makeStream(of: Void.self)
    let definition = HostDefinition(service: .perform, defaultPort: 0, plugins: [EndlessPlugin { end.yield() }])
    try await withRunningHost(definition, environment: ["CONNECTION_IDLE_SECONDS": "5"]) { host in
      let request = Array("GET /endless HTTP/1.1\r\nHost: x\r\n\r\n".utf8)

      try await RawConnection.withoutReading(host.url, sending: request) {
        #expect(await ends.first { _ in true } != nil)
      }
    }
  }
}
