import Foundation
import OutboundHTTP
import ProviderEmulator
import Schemas
import ServiceClients
import ServiceHTTP
import ServiceHost
import TestSupport
import Testing

/// The whole product, running: all in one process, or four services with a Redis.
struct Deployment: Sendable {
  enum Shape: String, Sendable, CaseIterable, CustomTestStringConvertible {
    case allInOne = "all in one process"
    case fourServices = "four processes"

    var testDescription: String { rawValue }
  }

  enum Providers: String, Sendable, CaseIterable, CustomTestStringConvertible {
    case none = "no provider keys"
    case emulated = "emulated providers"

    var testDescription: String { rawValue }
  }

  let client: SurfaceClient
  let activationCode: String
  let dataDirectory: String
  let programs: ProgramSet
  let emulator: ProviderEmulator
  /// The four processes' Redis.
  let redis: RedisServer?
}

/// The running programs of a deployment by name; one of them can be killed and started again.
actor ProgramSet {
  private var programs: [String: Program] = [:]
  private var launches: [String: (program: String, environment: [String: String])] = [:]

  func start(_ name: String, _ arguments: [String] = [], environment: [String: String]) throws -> Program {
    launches[name] = (name, environment)
    let program = try Program(name, arguments, environment: environment)
    programs[name] = program
    return program
  }

  /// Starts the program once more beside itself, under a name and with changes of its own.
  func startReplica(of name: String, as replica: String, environment changes: [String: String]) throws {
    guard let launch = launches[name] else { throw ProgramFailure(name: name, output: "was never started") }
    launches[replica] = (launch.program, launch.environment.merging(changes) { $1 })
    try restart(replica)
  }

  func restart(_ name: String) throws {
    guard let launch = launches[name] else { throw ProgramFailure(name: name, output: "was never started") }
    programs[name] = try Program(launch.program, environment: launch.environment)
  }

  func processID(of name: String) -> Int32 { programs[name]?.processID ?? 0 }

  /// SIGTERM.
  func stop(_ name: String) async -> Bool { await programs[name]?.stop() ?? false }

  func kill(_ name: String) async {
    await programs[name]?.kill()
  }

  func output(of name: String) -> String { programs[name]?.output ?? "" }
  var allRunning: Bool { programs.values.allSatisfy(\.isRunning) }

  /// - Returns: names of those that did not end by themselves with status 0.
  func stopAll() async -> [String] {
    var unclean: [String] = []
    for (name, program) in programs where !(await program.stop()) { unclean.append(name) }
    return unclean
  }
}

/// Runs `body` against a deployment with a folder and ports of its own; stops and removes all of it afterwards.
func withDeployment(
  _ shape: Deployment.Shape, _ providers: Deployment.Providers, environment: [String: String] = [:],
  _ body: (Deployment) async throws -> Void
) async throws {
  let folder = FileManager.default.temporaryDirectory.appending(path: "deployment-\(UUID().uuidString)").path
  defer { try? FileManager.default.removeItem(atPath: folder) }
  let emulator = try await ProviderEmulator.start(EmulatorOptions())
  let programs = ProgramSet()
  let redis = shape == .fourServices ? try RedisServer() : nil
  defer { redis?.stop() }
  do {
    try await withTransport { transport in
      var variables = environment.merging(["DATA_DIR": folder, "LOG_LEVEL": "info"]) { own, _ in own }
      variables["REDIS_URL"] = redis?.url
      if providers == .emulated {
        variables.merge([
          "ELEVEN_LABS_API_KEY": EmulatorOptions.elevenLabsKey, "ELEVEN_LABS_BASE_URL": emulator.url,
          "GOOGLE_API_KEY": EmulatorOptions.geminiKey, "GEMINI_BASE_URL": emulator.url,
        ]) { own, _ in own }
      }
      let starter = DeploymentStarter(programs: programs, transport: transport, variables: variables)
      let (client, code) = try await shape == .allInOne ? starter.allInOne() : starter.fourServices()
      try await body(
        Deployment(
          client: client, activationCode: code, dataDirectory: folder, programs: programs, emulator: emulator,
          redis: redis))
    }
  } catch {
    _ = await programs.stopAll()
    await emulator.stop()
    throw error
  }
  _ = await programs.stopAll()
  await emulator.stop()
}
