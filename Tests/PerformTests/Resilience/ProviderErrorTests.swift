import Foundation
import ProviderEmulator
import Schemas
import TestSupport
import Testing

@Suite("Every error of the speech provider")
struct ProviderErrorTests {
  @Test("A refusal is answered by its code, asked for once, and leaves no trace")
  func refusals() async throws {
    try await withTheatre { theatre in
      for row in ProviderErrorRow.refusals { try await check(row, in: theatre) }
    }
  }

  @Test("Trouble is tried again, answered by its code with a pause, and leaves no trace")
  func troubles() async throws {
    for row in ProviderErrorRow.troubles {
      try await withTheatre { theatre in
        let answer = try await check(row, in: theatre)
        #expect(answer.header("Retry-After") != nil, "\(row.name)")
      }
    }
  }

  @Test(
    "What no row describes has its code too",
    arguments: [
      (
        Fault(.speechStream, times: -1) { ($0.status, $0.body) = (422, #"{"detail":[{"type":"missing"}]}"#) },
        .providerRefused
      ),
      (Fault(.speechStream, times: -1) { ($0.status, $0.body) = (404, #"{"detail":"Not Found"}"#) }, .providerRefused),
      (Fault(.speechStream, times: -1) { ($0.status, $0.body) = (502, "<html>") }, .providerUnavailable),
      (Fault(.speechStream, times: -1) { ($0.status, $0.body) = (504, "") }, .providerUnavailable),
      (Fault(.speechStream, times: -1) { $0.contentType = "text/html" }, .providerAnswerInvalid),
      (Fault(.speechStream, times: -1) { $0.ending = .lostAnswer }, .providerUnavailable),
      (Fault(.speechStream, times: -1) { $0.ending = .hang }, .providerTimeout),
    ] as [(Fault, ErrorCode)])
  func others(fault: Fault, code: ErrorCode) async throws {
    let patience = fault.ending == .hang ? "1" : "30"
    try await withTheatre(environment: ["SPEECH_PROVIDER_TIMEOUT_SECONDS": patience]) { theatre in
      theatre.emulator.state.script(fault)

      let answer = try await theatre.perform()

      #expect(answer.status == code.entry.status && answer.error == code.rawValue, "\(answer.text.prefix(300))")
      #expect(try await theatre.usage().charCount == 0 && theatre.voice.snapshot.notes.isEmpty)
    }
  }

  @Test("A provider that asks for more patience than a stage has is asked once, and its pause is passed on")
  func longPause() async throws {
    try await withTheatre { theatre in
      theatre.emulator.state.script(
        Fault(.speechStream) { ($0.error, $0.headers) = ("system_busy", ["Retry-After": "30"]) })

      let answer = try await theatre.perform()

      #expect(answer.error == "PROVIDER_RATE_LIMITED" && answer.header("Retry-After") == "30", "\(answer.text)")
      #expect(theatre.emulator.state.calls(.speechStream) == 1)
    }
  }

  @Test("The emulator has no row of which nobody says what it means")
  func complete() async throws {
    let emulator = try await ProviderEmulator.start()
    let known = Set((ProviderErrorRow.refusals + ProviderErrorRow.troubles).map(\.name))

    let names = try await withTransport { transport in
      try await TestClient(base: emulator.url, transport: transport).get("/_emulator/errors")
    }
    await emulator.stop()

    let rows = names.json["elevenlabs"]?.arrayValue?.compactMap(\.stringValue) ?? []
    #expect(rows.count > 40 && Set(rows).subtracting(known).isEmpty, "\(Set(rows).subtracting(known))")
  }

  @discardableResult
  private func check(_ row: ProviderErrorRow, in theatre: Theatre) async throws -> TestAnswer {
    theatre.emulator.state.clearJournal()
    theatre.emulator.state.script(Fault(.speechStream, times: -1) { $0.error = row.name })

    let answer = try await theatre.perform()

    theatre.emulator.state.clearFaults()
    #expect(answer.status == row.code.entry.status && answer.error == row.code.rawValue, "\(row.name): \(answer.text)")
    #expect(theatre.emulator.state.calls(.speechStream) == row.tries, "\(row.name)")
    #expect(try await theatre.usage().charCount == 0 && theatre.voice.snapshot.notes.isEmpty, "\(row.name)")
    try await expectEventually { theatre.voice.snapshot.leases.isEmpty }
    return answer
  }
}
