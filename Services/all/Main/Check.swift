import AllInOne
import ArgumentParser
import Capabilities
import Foundation
import ServiceHost

struct Check: AsyncParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Checks the configuration, reports every problem, exits.")

  func run() async throws {
    let defaults = try EmbeddedDefaults(
      environment: ProcessInfo.processInfo.environment, randomness: .system, keeping: false)
    try AllInOneHost.check(defaults)
    print("The configuration is in order.")
  }
}
