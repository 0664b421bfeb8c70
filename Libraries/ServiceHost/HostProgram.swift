import Foundation
import Logging
import OutboundHTTP
import ServiceClients
import ServiceConfiguration
import ServiceHTTP
import ServiceLifecycle
import UnixSignals

/// The command line of a service's program: `serve` (default), `check`, `variables`, or a plugin's own command.
package struct HostProgram: Sendable {
  private let definition: HostDefinition

  package init(_ definition: HostDefinition) {
    self.definition = definition
  }

  /// Runs to the end and exits the process: 0 done, 1 failed, 64 a command that is not known.
  package func main() async -> Never {
    PrivateFiles.only()
    let arguments = Array(CommandLine.arguments.dropFirst())
    do {
      exit(try await run(arguments, environment: ProcessInfo.processInfo.environment))
    } catch {
      FileHandle.standardError.write(Data("\(error)\n".utf8))
      exit(1)
    }
  }

  private func run(_ arguments: [String], environment: [String: String]) async throws -> Int32 {
    switch arguments.first ?? "serve" {
    case "serve": try await serve(environment)
    case "check":
      try definition.check(environment)
      print("The configuration is in order.")
    case "help", "--help", "-h": print(help)
    case "variables": print(try VariableTable.markdown(definition.declaredVariables()))
    default: return try await maintain(arguments, environment)
    }
    return 0
  }

  private func serve(_ environment: [String: String]) async throws {
    let transport = CurlTransport()
    let host = try await definition.assemble(
      environment: environment, capabilities: HostCapabilities(transport: transport))
    var table = RouteTable()
    table.add(host.routes + StatusRoutes.routes(for: [host]), through: host.pipeline)
    let server = try HostServer.make(
      table: table, host: host.common.host, port: host.common.port, security: host.common.transportSecurity,
      idle: host.common.connections.idle, logger: host.logger
    ) { port in
      host.logger.notice("listening", metadata: ["port": .stringConvertible(port)])
    }
    let group = ServiceGroup.untilSignal(host.workers + [server, HostLifetime([host])], host.common.connections)
    let outcome = await Result { try await StartProblem.explaining(host.common) { try await group.run() } }
    await host.release()
    await transport.shutdown()
    try outcome.get()
  }

  private func maintain(_ arguments: [String], _ environment: [String: String]) async throws -> Int32 {
    let transport = CurlTransport()
    let host = try await definition.assemble(
      environment: environment, capabilities: HostCapabilities(transport: transport))
    let command = host.commands.first { $0.name == arguments.first }
    let outcome = await Result { try await command?.run(Array(arguments.dropFirst())) ?? usage(host) }
    await host.release()
    await transport.shutdown()
    print(try outcome.get())
    return command == nil && arguments.first != "commands" ? 64 : 0
  }

  private var help: String {
    """
    \(definition.service.rawValue) [COMMAND], configured by environment variables (docs/configuration.md)
      serve      run until SIGTERM (default)
      check      check the configuration, report every problem, exit
      variables  print the variables that this program reads
      commands   list the maintenance commands; like these it needs the configuration
    """
  }

  private func usage(_ host: AssembledHost) -> String {
    host.commands.map { "\($0.name) \($0.usage)" }.joined(separator: "\n")
  }
}

extension Result where Failure == any Error {
  fileprivate init(_ work: () async throws -> Success) async {
    do {
      self = .success(try await work())
    } catch {
      self = .failure(error)
    }
  }
}
