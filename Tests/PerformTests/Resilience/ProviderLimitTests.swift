import OutboundHTTP
import ProviderEmulator
import Schemas
import ServiceClients
import TestSupport
import Testing

@Suite("The speech provider's limit of requests at once")
struct ProviderLimitTests {
  @Test("Two replicas that share Redis keep it together: everybody is served, and the provider has nothing to refuse")
  func shared() async throws {
    try await withRedisServer { redis in
      try await withTheatre(environment: ["REDIS_URL": redis]) { theatre in
        theatre.emulator.state.update { $0.account.fastConcurrency = 2 }
        let addresses = ServiceAddresses([
          .auth: theatre.auth.url, .billing: theatre.billing.url, .voice: theatre.voiceURL,
        ])
        try await withPerform(theatre.emulator, ["REDIS_URL": redis], addresses) { second, _ in
          _ = try await theatre.perform()
          let answers = try await theatre.performAll(at: [theatre.perform, second], count: 12, users: 4)

          #expect(answers.map(\.status) == Array(repeating: 200, count: 12))
          #expect(theatre.emulator.state.snapshot.peakInFlight <= 2)
          let refused = theatre.emulator.state.journal(.speechStream).filter { $0.status == 429 }
          #expect(refused.count <= 3, "the provider may count a finished request a moment longer than we do")
        }
      }
    }
  }

  @Test("Users take turns in the line: whoever asks once does not wait for all that another has asked")
  func turns() async throws {
    try await withTheatre { theatre in
      theatre.emulator.state.script(
        Fault(.speechStream) {
          $0.whenBodyContains = "Otto"
          $0.firstByteDelayMs = 60_000
        }, Fault(.speechStream, times: -1) { $0.headers = ["maximum-concurrent-requests": "1"] })
      _ = try await theatre.perform("Emma")
      let first = Task { try await theatre.stream("Otto") }
      try await expectEventually { theatre.emulator.state.calls(.speechStream) == 2 }

      let waiting = try await theatre.lineUp([("anna", "Lara"), ("anna", "Nora"), ("bea", "Marta")])
      first.cancel()
      for answer in waiting { #expect(try await answer.value.status == 200) }

      let texts = theatre.emulator.state.journal(.speechStream).dropFirst(2).compactMap { $0.body["text"]?.string }
      let served = texts.compactMap { text in ["Lara", "Nora", "Marta"].first { text.contains($0) } }
      #expect(served == ["Lara", "Marta", "Nora"])
    }
  }

  @Test("Whoever would wait too long is turned away with a pause; nothing is charged or kept for it")
  func overload() async throws {
    try await withTheatre(environment: ["SPEECH_PROVIDER_TIMEOUT_SECONDS": "4"]) { theatre in
      theatre.emulator.state.update { $0.account.fastConcurrency = 1 }
      theatre.emulator.state.script(
        Fault(.speechStream) {
          $0.chunkDelayMs = 200
          $0.chunkBytes = 1024
        })
      let long = try await theatre.stream("Otto")

      let refused = try await theatre.perform()
      _ = try await long.body.collect(upTo: 1 << 22)
      let served = try await theatre.perform()

      #expect(refused.status == 503 && refused.error == "OVERLOADED", "\(refused.text)")
      #expect(refused.header("Retry-After") != nil)
      #expect(served.status == 200, "\(served.text.prefix(300))")
      #expect(theatre.voice.snapshot.notes.count == 2)
      #expect(try await theatre.metric("speech_shed_total", "elevenlabs") == 1)
      #expect(try await theatre.metric("speech_failed_total") == 0)
      #expect(try await theatre.metric("elevenlabs_fail_ratio") == 0)
      try await expectEventually { theatre.voice.snapshot.leases.isEmpty }
    }
  }
}

extension Theatre {
  /// Performances that join the line for the provider one after the other.
  fileprivate func lineUp(_ orders: [(user: String, value: String)]) async throws -> [Task<TestAnswer, any Error>] {
    var waiting: [Task<TestAnswer, any Error>] = []
    for (user, value) in orders {
      let client = perform.client.with(token: try await auth.tokens.user(user))
      waiting.append(Task { try await client.post("/perform", Theatre.body(value, [:])) })
      let length = Double(waiting.count)
      try await expectEventually { try await metric("provider_waiting_elevenlabs") == length }
    }
    return waiting
  }

  /// Performances of several users at once, in turns at the replicas.
  func performAll(at replicas: [RunningHost], count: Int, users: Int) async throws -> [TestAnswer] {
    try await withThrowingTaskGroup(of: TestAnswer.self) { group in
      for index in 0..<count {
        let client = replicas[index % replicas.count].client
          .with(token: try await auth.tokens.user("user\(index % users)"))
        group.addTask { try await client.post("/perform", Theatre.body("Lara \(index)", [:])) }
      }
      return try await group.reduce(into: []) { $0.append($1) }
    }
  }
}
