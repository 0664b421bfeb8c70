import Foundation
import OutboundHTTP
import ProviderEmulator
import Schemas
import ServiceClients
import ServiceHTTP
import ServiceHost
import TestSupport
import Testing

/// Many performances with one in twenty in trouble.
@Suite(.serialized) struct SoakTests {
  @Test(
    "Nothing grows and nothing is left over: memory, descriptors, leases, reservations; charged is what was delivered")
  func soak() async throws {
    try await withReplicas { replicas in
      replicas.deployment.emulator.state.update { $0.account.characterLimit = 1_000_000_000 }
      let span = Long.seconds(20, long: 600)
      let start = ContinuousClock.now
      try await Self.perform(until: start + span / 3, replicas)
      let early = await Self.footprint(replicas)

      let tally = try await Self.perform(until: start + span, replicas)
      let late = await Self.footprint(replicas)

      print("soak: \(tally), \(early.mapValues(\.description)) → \(late.mapValues(\.description))")
      #expect(tally.delivered * 10 > tally.asked * 8, "\(tally)")
      try await Self.expectQuiet(try await replicas.loggedInAgain())
      for (name, before) in early {
        let after = late[name] ?? before
        #expect(after.megabytes < before.megabytes * 1.25 + 12, "\(name): \(before) → \(after)")
        #expect(after.descriptors <= before.descriptors + 12, "\(name): \(before) → \(after)")
      }
    }
  }

  private struct Tally: CustomStringConvertible {
    var delivered = 0
    /// How many ended otherwise, by error code.
    var failures: [String: Int] = [:]

    var asked: Int { delivered + failures.values.reduce(0, +) }
    var description: String { "\(delivered) of \(asked) delivered, \(failures)" }

    mutating func add(_ other: Tally) {
      delivered += other.delivered
      failures.merge(other.failures, uniquingKeysWith: +)
    }
  }

  @discardableResult
  private static func perform(until end: ContinuousClock.Instant, _ replicas: Replicas) async throws -> Tally {
    var tally = Tally()
    while ContinuousClock.now < end {
      let session = try await replicas.loggedInAgain()
      let slice = min(end, ContinuousClock.now + .seconds(240))
      await withTaskGroup(of: Tally.self) { group in
        for client in 0..<4 { group.addTask { await perform(as: client, until: slice, session) } }
        for await part in group { tally.add(part) }
      }
    }
    return tally
  }

  private static func perform(
    as client: Int, until end: ContinuousClock.Instant, _ replicas: Replicas
  ) async -> Tally {
    var tally = Tally()
    while ContinuousClock.now < end {
      let round = client * 5 + tally.asked + 1
      if round % 20 == 0 { replicas.deployment.emulator.state.script(trouble(round / 20)) }
      let body: JSONValue = ["routine_type": "custom", "value": .string("Lara \(client) \(round)")]
      let answer = try? await replicas.client.post("/perform", body, headers: ["Accept": "audio/mpeg"])
      if answer?.status == 200 {
        tally.delivered += 1
      } else {
        tally.failures[answer?.error ?? "aborted", default: 0] += 1
      }
    }
    return tally
  }

  private static func trouble(_ turn: Int) -> Fault {
    let errors = ["system_busy", "quota_exceeded", "internal_error"]
    return Fault(.speechStream) { fault in
      switch turn % 5 {
      case 3: fault.ending = .cut
      case 4: fault.ending = .lostAnswer
      default: fault.error = errors[turn % 5]
      }
    }
  }

  /// When the last performance is settled: no lease, no reservation, and every charge has its note.
  private static func expectQuiet(_ replicas: Replicas) async throws {
    let performer = replicas.performer
    for _ in 0..<200 {
      if try await leases(replicas) == 0 { break }
      try await Task.sleep(for: .milliseconds(50))
    }
    #expect(try await leases(replicas) == 0)
    let usage = try await performer.client.get("/users/\(performer.id)/usage").decode(UsageAnswer.self)
    #expect(usage.remaining == usage.monthlyLimit - usage.charCount)
    let delivered = try StoredRows.deliveredCharacters(in: replicas.deployment.dataDirectory)
    #expect(usage.charCount == delivered && delivered > 0)
  }

  private static func leases(_ replicas: Replicas) async throws -> Double {
    let text = try await replicas.deployment.client.at(.voice).get("/metrics").text
    return text.firstMatch(of: /voice_pool_leases (\S+)/).flatMap { Double($0.1) } ?? 0
  }

  private static func footprint(_ replicas: Replicas) async -> [String: Footprint] {
    var footprints: [String: Footprint] = [:]
    for name in ["auth", "voice", "billing"] + Replicas.names {
      footprints[name] = Footprint(of: await replicas.deployment.programs.processID(of: name))
    }
    return footprints
  }
}

/// What a process holds, from `/proc`.
struct Footprint: Sendable, CustomStringConvertible {
  let megabytes: Double
  let descriptors: Int

  init(of process: Int32) {
    let status = (try? String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8)) ?? ""
    megabytes = (status.firstMatch(of: /VmRSS:\s+(\d+) kB/).flatMap { Double($0.1) } ?? 0) / 1024
    descriptors = (try? FileManager.default.contentsOfDirectory(atPath: "/proc/\(process)/fd").count) ?? 0
  }

  var description: String { "\(Int(megabytes)) MB, \(descriptors) descriptors" }
}
