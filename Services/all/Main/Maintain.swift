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
    let host = try await AllInOneHost(
      environment: ProcessInfo.processInfo.environment, capabilities: HostCapabilities(transport: transport))
    let printed = try await host.command(command, of: name, arguments)
    await host.release()
    await transport.shutdown()
    guard let printed else { throw ValidationError("\(service) has no command called \(command).") }
    print(printed)
  }
}
