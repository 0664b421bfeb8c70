import OutboundHTTP
import ProviderEmulator
import Redis
import Schemas
import ServiceClients
import TestSupport
import Testing

@Suite("A performance that is asked for again")
struct PerformanceRepetitionTests {
  private static let key = ["Idempotency-Key": "key-1"]

  @Test("The same key gets the same answer and is charged once")
  func replay() async throws {
    try await withTheatre { theatre in
      let answers = [try await theatre.perform(headers: Self.key), try await theatre.perform(headers: Self.key)]
      try #require(answers.allSatisfy { $0.status == 200 }, "\(answers.map { $0.text.prefix(300) })")
      let (first, again) = (try answers[0].decode(PerformAnswer.self), try answers[1].decode(PerformAnswer.self))

      #expect(again.performanceID == first.performanceID && again.text == first.text)
      #expect(again.audioBase64 == first.audioBase64 && again.charCount == first.charCount)
      #expect(again.timings == first.timings && first.timings["total"] != nil)
      #expect(theatre.emulator.state.calls(.speechStream) == 1)
      #expect(try await theatre.usage().charCount == first.charsUsedEffective)
    }
  }

  @Test("The same key with another request is refused")
  func otherRequest() async throws {
    try await withTheatre { theatre in
      _ = try await theatre.perform("Lara", headers: Self.key)

      let refused = try await theatre.perform("Otto", headers: Self.key)

      #expect(refused.status == 422 && refused.error == "IDEMPOTENCY_KEY_REUSED")
    }
  }

  @Test("A stream is replayed whole, with its headers")
  func replayedStream() async throws {
    try await withTheatre { theatre in
      let first = try await theatre.stream(headers: Self.key)
      let audio = try await first.body.collect(upTo: 1 << 22)

      let again = try await theatre.stream(headers: Self.key)

      #expect(try await again.body.collect(upTo: 1 << 22) == audio)
      #expect(again.headers["X-Performance-Id"] == first.headers["X-Performance-Id"])
      #expect(again.headers["X-Chars-Used-Effective"] == first.headers["X-Chars-Used-Effective"])
    }
  }

  @Test("Requests with one key at the same time are one performance")
  func simultaneous() async throws {
    try await withTheatre { theatre in
      let answers = try await withThrowingTaskGroup(of: PerformAnswer.self) { group in
        for _ in 0..<5 {
          group.addTask {
            let answer = try await theatre.perform(headers: Self.key)
            #expect(answer.status == 200, "\(answer.text.prefix(500))")
            return try answer.decode(PerformAnswer.self)
          }
        }
        return try await group.reduce(into: []) { $0.append($1) }
      }

      #expect(Set(answers.map(\.audioBase64)).count == 1)
      #expect(theatre.emulator.state.calls(.speechStream) == 1)
      #expect(try await theatre.usage().charCount == answers[0].charsUsedEffective)
    }
  }

  @Test("Two replicas that share Redis perform one key once")
  func replicas() async throws {
    try await withRedisServer { redis in
      try await withTheatre(environment: ["REDIS_URL": redis]) { theatre in
        let addresses = ServiceAddresses([.auth: theatre.auth.url, .billing: theatre.billing.url])
        addresses.set(theatre.voiceURL, for: .voice)
        try await withPerform(theatre.emulator, ["REDIS_URL": redis], addresses) { second, _ in
          let other = second.client.with(token: theatre.anna.token)
          async let here = theatre.perform(headers: Self.key)
          async let there = other.post("/perform", Theatre.body("Seven of Hearts", [:]), headers: Self.key)
          let answers = try await [here.decode(PerformAnswer.self), there.decode(PerformAnswer.self)]

          #expect(answers[0].audioBase64 == answers[1].audioBase64)
          #expect(theatre.emulator.state.calls(.speechStream) == 1)
          #expect(try await theatre.usage().charCount == answers[0].charsUsedEffective)
        }
      }
    }
  }

  @Test("Redis is told neither the words nor the sound of a performance")
  func discreet() async throws {
    try await withRedisServer { url in
      let environment = ["REDIS_URL": url, "GOOGLE_API_KEY": EmulatorOptions.geminiKey]
      try await withTheatre(environment: environment) { theatre in
        let redis = try RedisClient(url: url)
        defer { redis.close() }
        _ = try await redis.send("CONFIG", "SET", "slowlog-log-slower-than", "0")
        _ = try await redis.send("CONFIG", "SET", "slowlog-max-len", "10000")

        let performed = try await theatre.perform("Zanzibar", headers: Self.key).decode(PerformAnswer.self)

        let told = try await redis.send("SLOWLOG", "GET", "-1").texts
        #expect(told.contains { $0.contains(performed.performanceID) }, "its lock")
        for secret in ["Zanzibar", String(performed.text.prefix(30)), "ID3"] {
          #expect(!told.contains { $0.contains(secret) }, "\(secret)")
        }
      }
    }
  }

  @Test("A failed performance may be asked for again with its key")
  func afterFailure() async throws {
    try await withTheatre { theatre in
      theatre.emulator.state.script(Fault(.speechStream) { $0.error = "quota_exceeded" })
      let failed = try await theatre.perform(headers: Self.key)

      let again = try await theatre.perform(headers: Self.key)

      #expect(failed.status == 502 && again.status == 200)
      #expect(try await theatre.usage().charCount == again.decode(PerformAnswer.self).charsUsedEffective)
    }
  }

  @Test("A paid note that could not be confirmed is settled by asking again, at no further charge")
  func afterSettling() async throws {
    try await withTheatre { theatre in
      theatre.faults.script(.unreachable, "POST", "/confirm")
      _ = try await theatre.perform(headers: Self.key)
      let charged = try await theatre.usage().charCount
      theatre.faults.clear()

      let again = try await theatre.perform(headers: Self.key)

      let note = try again.decode(PerformAnswer.self)
      let spoken = theatre.emulator.state.calls(.speechStream)
      let usage = try await theatre.usage().charCount
      #expect(theatre.voice.onlyNote?.state == .confirmed)
      #expect(note.charsUsedRaw == Characters.count(note.text) && note.charsUsedRaw > 0)
      #expect(!note.textSource.isEmpty && note.voiceSource == "provider_voice_id" && note.durationSeconds > 1)
      #expect(note.charCount == charged && usage == charged)
      #expect(spoken == 1, "nothing is spoken twice")
    }
  }

  @Test("A recovered answer has every member that a first one has", arguments: [false, true])
  func recovered(byVoice: Bool) async throws {
    try await withTheatre { theatre in
      let usual = try await theatre.perform()
      theatre.voice.update { $0.notes = [:] }
      theatre.faults.script(.unreachable, "POST", "/confirm")
      _ = try await theatre.perform(headers: Self.key)
      theatre.faults.clear()
      if byVoice { theatre.voice.sweep() }

      let answer = try await theatre.perform(headers: Self.key)

      let recovered = try answer.decode(PerformAnswer.self)
      #expect(Set(answer.json.members.keys) == Set(usual.json.members.keys))
      #expect(recovered.provenance?.isEmpty == false && recovered.timings["speech"] != nil)
      #expect(recovered.filename.hasPrefix("Recording on") && recovered.charsUsedEffective > 0)
    }
  }

  @Test("A paid note stays and is delivered although the provider has failed in the meantime")
  func settledWithoutProvider() async throws {
    try await withTheatre { theatre in
      theatre.faults.script(.unreachable, "POST", "/confirm")
      _ = try await theatre.perform(headers: Self.key)
      theatre.faults.clear()
      theatre.emulator.state.script(Fault(.speechStream) { $0.error = "quota_exceeded" })

      let again = try await theatre.perform(headers: Self.key)

      #expect(again.status == 200, "\(again.text.prefix(300))")
      #expect(theatre.voice.onlyNote?.state == .confirmed)
      #expect(theatre.voice.snapshot.discarded.isEmpty)
    }
  }
}

extension RedisValue {
  /// Every text in it, however deep.
  fileprivate var texts: [String] { elements.map { $0.flatMap(\.texts) } ?? [text].compactMap(\.self) }
}

extension JSONValue {
  fileprivate var members: [String: JSONValue] {
    if case .object(let members) = self { members } else { [:] }
  }
}
