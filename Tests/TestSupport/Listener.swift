import Logging
import ServiceHTTP
import ServiceHost
import ServiceLifecycle

/// Serves the routes on a free loopback port while `body` runs, with the workers beside it, and stops both cleanly.
func withListener<Outcome>(
  _ table: RouteTable, workers: [any Service] = [], idle: Duration = .seconds(60), logger: Logger,
  _ body: (_ url: String) async throws -> Outcome
) async throws -> Outcome {
  let (ports, port) = AsyncStream.makeStream(of: Int.self)
  let server = try HostServer.make(table: table, host: "127.0.0.1", port: 0, security: nil, idle: idle, logger: logger)
  {
    port.yield($0)
  }
  let group = ServiceGroup(
    configuration: .init(services: (workers + [server]).map { .init(service: $0) }, logger: logger))
  let running = Task {
    defer { port.finish() }
    try await group.run()
  }
  guard let listening = await ports.first(where: { _ in true }) else {
    try await running.value
    throw ListenerEndedEarly()
  }
  let outcome: Result<Outcome, any Error>
  do {
    outcome = .success(try await body("http://127.0.0.1:\(listening)"))
  } catch {
    outcome = .failure(error)
  }
  await group.triggerGracefulShutdown()
  try await running.value
  return try outcome.get()
}

struct ListenerEndedEarly: Error {}
