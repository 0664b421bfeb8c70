import AllInOne
import ArgumentParser
import Foundation
import OutboundHTTP
import ServiceClients
import ServiceHost

struct Maintain: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "maintain", abstract: "Runs a service's own maintenance command: all maintain auth activation-codes 3."
  )

  @Argument(help: "auth, voice, perform or billing.") var service: String
  @Argument(help: "The command's name.") var command: String
  @Argument(parsing: .captureForPassthrough, help: "Its arguments.") var arguments: [String] = []

  func run() async throws {
    guard let name = ServiceName(rawValue: service) else {
      throw ValidationError("There is no service called \(service).")
    }
    let transport = CurlTransport()
    let host = try await AllInOneHost.owner(
      of: name, environment: ProcessInfo.processInfo.environment,
      capabilities: HostCapabilities(transport: transport))
    let outcome = await run(on: host)
    await host.release()
    await transport.shutdown()
    guard let printed = try outcome.get() else { throw ValidationError("\(service) has no command called \(command).") }
    print(printed)
  }

  /// - Returns: what is printed; `nil` for a command that the service does not have.
  private func run(on host: AssembledHost) async -> Result<String?, any Error> {
    do {
      return .success(try await host.commands.first { $0.name == command }?.run(arguments))
    } catch {
      return .failure(error)
    }
  }
}
