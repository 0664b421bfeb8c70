import AllInOne
import ArgumentParser
import Capabilities
import Foundation
import ServiceHost

struct Check: AsyncParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Checks the configuration, reports every problem, exits.")

  func run() async throws {
    let defaults = try EmbeddedDefaults(environment: ProcessInfo.processInfo.environment, randomness: .system)
    try AllInOneHost.check(defaults)
    print("The configuration is in order.")
  }
}

struct Variables: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Prints the table of variables for docs/configuration.md.")

  func run() throws {
    print(VariableTable.markdown(try AllInOneHost.declaredVariables()))
  }
}
