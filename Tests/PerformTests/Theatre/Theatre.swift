import BillingHost
import Capabilities
import Foundation
import OutboundHTTP
import PerformHost
import ProviderEmulator
import Schemas
import ServiceClients
import ServiceHost
import TestSupport
import Testing

/// Everything that a performance takes: perform and billing as they are, voice's contract, auth's double, and the
/// provider emulator; all over loopback HTTP.
struct Theatre: Sendable {
  let perform: RunningHost
  let billing: RunningHost
  let voice: VoiceDouble
  let voiceURL: String
  let auth: AuthDouble
  let emulator: ProviderEmulator
  let faults: FaultyTransport
  /// The performer `anna`, logged in.
  let anna: TestClient

  /// What billing holds of anna.
  func usage() async throws -> UsageAnswer {
    let client = billing.client.with(token: try await auth.tokens.user("anna"))
    return try await client.get("/users/anna/usage").decode(UsageAnswer.self)
  }

  func perform(
    _ value: String = "Seven of Hearts", _ fields: [String: JSONValue] = [:], headers: [String: String] = [:]
  ) async throws -> TestAnswer {
    try await anna.post("/perform", Self.body(value, fields), headers: headers)
  }

  /// The answer's head, its audio still to be read.
  func stream(_ value: String = "Seven of Hearts", headers: [String: String] = [:]) async throws -> OutboundResponse {
    let headers = headers.merging(["Accept": "audio/mpeg", "Content-Type": "application/json"]) { $1 }
    return try await anna.open(
      "POST", "/perform", body: .bytes(try WireJSON.encode(Self.body(value, [:]))), headers: headers)
  }

  /// The sum of a metric's series at perform whose line contains `part`.
  func metric(_ name: String, _ part: String = "") async throws -> Double {
    try await perform.metric(name, part)
  }

  static func body(_ value: String, _ fields: [String: JSONValue]) -> JSONValue {
    .object(["routine_type": "custom", "value": .string(value)].merging(fields) { $1 })
  }
}

/// Runs `body` in a theatre of its own.
func withTheatre(
  environment: [String: String] = [:], billing: [String: String] = [:], clock: SteadyClock = .system,
  _ body: @Sendable (Theatre) async throws -> Void
) async throws {
  await Seats.theatres.take()
  let outcome = await Result {
    let emulator = try await ProviderEmulator.start()
    let outcome = await Result { try await withTheatre(emulator, environment, billing, clock, body) }
    await emulator.stop()
    return try outcome.get()
  }
  await Seats.theatres.give()
  try outcome.get()
}

extension Result where Failure == any Error {
  fileprivate init(_ work: () async throws -> Success) async {
    do { self = .success(try await work()) } catch { self = .failure(error) }
  }
}

private func withTheatre(
  _ emulator: ProviderEmulator, _ environment: [String: String], _ billingEnvironment: [String: String],
  _ clock: SteadyClock, _ body: @Sendable (Theatre) async throws -> Void
) async throws {
  let voice = VoiceDouble()
  voice.update { $0.providerVoice = emulator.state.addForeignVoice(name: "anna").id }
  try await withAuthDouble { auth in
    let addresses = ServiceAddresses([.auth: auth.url])
    try await withRunningHost(voice.definition, addresses: addresses) { voiceHost in
      try await withRunningHost(BillingHost.definition, environment: billingEnvironment, addresses: addresses) {
        billing in
        addresses.set(voiceHost.url, for: .voice)
        addresses.set(billing.url, for: .billing)
        try await withPerform(emulator, environment, addresses, clock: clock) { perform, faults in
          let anna = perform.client.with(token: try await auth.tokens.user("anna"))
          try await body(
            Theatre(
              perform: perform, billing: billing, voice: voice, voiceURL: voiceHost.url, auth: auth, emulator: emulator,
              faults: faults,
              anna: anna))
        }
      }
    }
  }
}

/// One replica of perform that speaks through the emulator.
func withPerform(
  _ emulator: ProviderEmulator, _ environment: [String: String], _ addresses: ServiceAddresses,
  clock: SteadyClock = .system, _ body: (RunningHost, FaultyTransport) async throws -> Void
) async throws {
  let usual = [
    "ELEVEN_LABS_API_KEY": EmulatorOptions.elevenLabsKey, "ELEVEN_LABS_BASE_URL": emulator.url,
    "GEMINI_BASE_URL": emulator.url,
    "SPEECH_PROVIDER_TIMEOUT_SECONDS": "30", "RATE_LIMIT_PERFORM": "1000/1000", "RATE_LIMIT_PERFORM_IP": "1000/1000",
  ]
  try await withTransport { transport in
    let faults = FaultyTransport(transport)
    try await withRunningHost(
      PerformHost.definition, environment: usual.merging(environment) { $1 }, addresses: addresses,
      adjust: { ($0.transport, $0.steadyClock) = (faults, clock) }
    ) { try await body($0, faults) }
  }
}

/// Waits until something that goes on in the background has happened.
func expectEventually(
  within limit: Duration = .seconds(60), sourceLocation: SourceLocation = #_sourceLocation,
  _ condition: @Sendable () async throws -> Bool
) async throws {
  let deadline = ContinuousClock.now + limit
  while ContinuousClock.now < deadline {
    if try await condition() { return }
    try await Task.sleep(for: .milliseconds(5))
  }
  #expect(try await condition(), sourceLocation: sourceLocation)
}
