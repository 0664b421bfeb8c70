import Foundation
import Logging
import OutboundHTTP
import ServiceClients
import ServiceHost
import ServiceLifecycle
import UnixSignals

/// Starts the all-in-one host and runs it until a signal, or until `work` has ended.
package struct AllInOneRunner: Sendable {
  private let environment: [String: String]

  package init(environment: [String: String]) {
    self.environment = environment
  }

  /// What a running host offers to whoever started it.
  package struct Running: Sendable {
    package var url: String
    package var activationCode: String
    package var transport: any OutboundTransport
  }

  /// - Parameter work: called once everything listens; when it returns `true` the host stops.
  package func run(_ work: @escaping @Sendable (Running) async throws -> Bool) async throws {
    let transport = CurlTransport()
    do {
      let host = try await AllInOneHost(
        environment: environment, capabilities: HostCapabilities(transport: transport))
      let outcome = await serve(host, transport, work)
      await host.release()
      await transport.shutdown()
      try outcome.get()
    } catch {
      await transport.shutdown()
      throw error
    }
  }

  private func serve(
    _ host: AllInOneHost, _ transport: CurlTransport, _ work: @escaping @Sendable (Running) async throws -> Bool
  ) async -> Result<Void, any Error> {
    let (ports, listening) = AsyncStream.makeStream(of: Int.self)
    let services: [any Service]
    do {
      services = try host.services { listening.yield($0) }
    } catch {
      return .failure(error)
    }
    let group = ServiceGroup.untilSignal(services, host.connections)
    return await withTaskGroup(of: Void.self, returning: Result<Void, any Error>.self) { tasks in
      let failure = Outcome()
      tasks.addTask {
        guard let port = await ports.first(where: { _ in true }) else { return }
        do {
          let code = try await host.command("activation-codes", of: .auth, ["1"]) ?? ""
          let url = "\(host.isSecure ? "https" : "http")://127.0.0.1:\(port)"
          if try await work(Running(url: url, activationCode: code, transport: transport)) {
            await group.triggerGracefulShutdown()
          }
        } catch {
          await failure.set(error)
          await group.triggerGracefulShutdown()
        }
      }
      do {
        try await host.explainingStart { try await group.run() }
      } catch {
        await failure.set(error)
      }
      listening.finish()
      tasks.cancelAll()
      await tasks.waitForAll()
      return await failure.result
    }
  }
}

/// The first error, if any.
private actor Outcome {
  private(set) var result: Result<Void, any Error> = .success(())

  func set(_ error: any Error) {
    if case .success = result { result = .failure(error) }
  }
}
