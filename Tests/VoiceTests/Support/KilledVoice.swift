import Capabilities
import Foundation
import GRDB
import OutboundHTTP
import ProviderEmulator
import Schemas
import ServiceClients
import ServiceHost
import Synchronization
import TestSupport

/// The voice program as a process of its own, with the emulator and a double of auth around it.
final class KilledVoice: Sendable {
  let folder: String
  let provider: EmulatorState
  let client: TestClient
  private let perform: VoiceClient
  private let environment: [String: String]
  private let program = Mutex<Program?>(nil)
  private let calls = Mutex<[Endpoint: Int]>([:])

  fileprivate init(
    folder: String, provider: EmulatorState, client: TestClient, perform: VoiceClient, environment: [String: String]
  ) {
    self.folder = folder
    self.provider = provider
    self.client = client
    self.perform = perform
    self.environment = environment
  }

  func start() async throws {
    let started = try Program("voice", environment: environment)
    program.withLock { $0 = started }
    try await eventually("the service is ready") {
      guard started.isRunning else { throw ProgramFailure(name: "voice", output: started.output) }
      return (try? await client.get("/readyz").status) == 200
    }
  }

  func kill() async { await program.withLock { $0 }?.kill() }

  /// Leaves the user with a voice of the newer sample and makes the older one active beside it.
  func prepareUpdate() async throws {
    guard try await client.makeClone(of: "u").status == 200 else { throw NeverHappened(what: "the first voice") }
    let rows = try await client.get("/users/u/recordings?state=historical").decode(RecordingsAnswer.self).recordings
    _ = try await client.patch("/users/u/recordings/\(rows.first?.id ?? "")", ["is_active": true])
  }

  /// From here on ``asked(_:)`` counts.
  func begin(_ fault: Fault?) {
    calls.withLock { $0 = provider.snapshot.calls }
    if let fault { provider.script(fault) }
  }

  func perform(_ work: KillMoment.Work) async throws {
    switch work {
    case .clone: _ = try await client.makeClone(of: "u")
    case .upload(nil): _ = try await client.upload(TestAudio.clip("webm"), of: "u")
    case .upload(let count?): try await uploadPart(count)
    }
  }

  /// A performance, which makes the voice again where it must; before that a new upload where none was stored.
  func speakSomehow(isUpload: Bool) async throws {
    if isUpload, try await client.meta(of: "u").json["hasSample"] == false {
      _ = try await client.upload(TestAudio.clip("webm"), of: "u")
    }
    let lease = try await perform.lease(LeaseRequest(userID: "u", performanceID: "p"))
    guard provider.snapshot.voice(lease.providerVoiceID) != nil else {
      throw NeverHappened(what: "a voice that speaks")
    }
    try await perform.endLease(lease.leaseID)
  }

  /// Sends the beginning of a form and then nothing more.
  private func uploadPart(_ count: Int) async throws {
    let head = "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"r\"\r\n\r\n"
    let part = Array(head.utf8) + Array(try TestAudio.bytes(TestAudio.clip("webm")).prefix(count))
    let source = ChunkSource(part)
    _ = try await client.send(
      "POST", "/users/u/voice",
      body: .stream {
        if let chunk = await source.next() { return chunk }
        try await Task.sleep(for: .seconds(600))
        return nil
      }, headers: ["Content-Type": "multipart/form-data; boundary=b"])
  }
}

// MARK: - Moments

extension KilledVoice {
  func asked(_ endpoint: Endpoint) -> Bool {
    provider.calls(endpoint) > calls.withLock { $0[endpoint, default: 0] }
  }

  var voiceCount: Int { provider.snapshot.ownVoices.count }

  /// Whether a voice bears its own id as its name.
  var hasRenamed: Bool { provider.snapshot.ownVoices.contains { $0.name == $0.id } }

  func holdsFile(_ name: String, prefix: String = "") throws -> Bool {
    try AudioFolder.unfinished(name, in: folder).contains { $0.hasPrefix(prefix) }
  }

  /// Names of the blobs that recordings have.
  func namedBlobs() throws -> Set<String> {
    var configuration = Configuration()
    configuration.busyMode = .timeout(5)
    let database = try DatabaseQueue(path: "\(folder)/voice.sqlite", configuration: configuration)
    return try database.read {
      Set(try String.fetchAll($0, sql: "SELECT blob FROM recordings WHERE blob IS NOT NULL"))
    }
  }
}

/// Runs `body` with a program that is not started yet; kills it afterwards in any case.
func withKilledVoice(
  samples: [SeededSample], slots: Int, _ body: (KilledVoice) async throws -> Void
) async throws {
  let folder = FileManager.default.temporaryDirectory.appending(path: "voice-\(UUID().uuidString)").path
  defer { try? FileManager.default.removeItem(atPath: folder) }
  try await SeededSample.store(samples, in: folder)
  var options = EmulatorOptions()
  options.account.voiceLimit = slots
  let emulator = try await ProviderEmulator.start(options)
  try await finally({ await emulator.stop() }) {
    try await withAuthDouble { auth in
      try await withTransport { transport in
        let voice = try await KilledVoice(folder, emulator, auth, transport)
        try await finally({ await voice.kill() }) { try await body(voice) }
      }
    }
  }
}

private func finally(_ cleanUp: () async -> Void, _ body: () async throws -> Void) async throws {
  do {
    try await body()
    await cleanUp()
  } catch {
    await cleanUp()
    throw error
  }
}

extension KilledVoice {
  fileprivate convenience init(
    _ folder: String, _ emulator: ProviderEmulator, _ auth: AuthDouble, _ transport: any OutboundTransport
  ) async throws {
    let port = FreePort.find()
    let url = "http://127.0.0.1:\(port)"
    let tokens = auth.tokens
    let source = ServiceTokenSource(clock: .system) { audience in
      ServiceTokenAnswer(token: try await tokens.service(.perform, for: audience), expiresIn: 600)
    }
    let caller = ServiceCaller(
      to: .voice, addresses: ServiceAddresses([.voice: url]), tokens: source, transport: transport)
    self.init(
      folder: folder, provider: emulator.state,
      client: TestClient(base: url, transport: transport).with(token: try await tokens.user("u")),
      perform: VoiceClient(caller: caller),
      environment: [
        "DATA_DIR": folder, "PORT": "\(port)", "HOST": "127.0.0.1", "AUTH_URL": auth.url,
        "BILLING_URL": "http://127.0.0.1:1", "SERVICE_SECRET": TestEnvironment.serviceSecret,
        "SECRET_KEY": TestEnvironment.secretKey, "ELEVEN_LABS_API_KEY": EmulatorOptions.elevenLabsKey,
        "ELEVEN_LABS_BASE_URL": emulator.url, "CLONE_PROVIDER_TIMEOUT_SECONDS": "5",
        "RECONCILE_INTERVAL_SECONDS": "10", "LEASE_SECONDS": "10",
      ])
  }
}
