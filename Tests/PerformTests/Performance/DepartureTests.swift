import OutboundHTTP
import ProviderEmulator
import Schemas
import TestSupport
import Testing

@Suite("A client that goes away")
struct DepartureTests {
  @Test("Before speech has begun the performance is given up and nothing is charged")
  func beforeSpeech() async throws {
    try await withTheatre { theatre in
      theatre.emulator.state.script(Fault(.speechStream) { $0.firstByteDelayMs = 60_000 })
      let request = Task { try await theatre.stream() }
      try await expectEventually { theatre.emulator.state.calls(.speechStream) == 1 }

      request.cancel()

      try await expectEventually { theatre.voice.snapshot.discarded.count == 1 }
      try await expectEventually { try await theatre.usage().remaining == theatre.usage().monthlyLimit }
      try await expectEventually { theatre.voice.snapshot.leases.isEmpty }
    }
  }

  @Test("After speech has begun the note is finished, stored and charged, and its key gives it back")
  func afterSpeechBegan() async throws {
    try await withTheatre { theatre in
      let key = ["Idempotency-Key": "key-gone"]
      theatre.emulator.state.script(
        Fault(.speechStream) {
          $0.chunkDelayMs = 20
          $0.chunkBytes = 4096
        })
      try await theatre.listenToFirstChunk(key)

      try await expectEventually { theatre.voice.onlyNote?.state == .confirmed }
      let again = try await theatre.perform(headers: key).decode(PerformAnswer.self)
      #expect(theatre.emulator.state.calls(.speechStream) == 1)
      #expect(try await theatre.usage().charCount == again.charsUsedEffective)
    }
  }
}

extension Theatre {
  /// Leaves without reading the rest.
  fileprivate func listenToFirstChunk(_ headers: [String: String]) async throws {
    let response = try await stream(headers: headers)
    for try await chunk in response.body where !chunk.isEmpty { return }
  }
}
