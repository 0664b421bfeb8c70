import Foundation
import ProviderEmulator
import Testing

@Suite("Scripted faults")
struct FaultTests {
  @Test("A lost answer leaves its effect behind, a hang does not")
  func lostAnswer() async throws {
    try await withEmulator { emulator, client in
      emulator.state.script(Fault(.voicesAdd) { $0.ending = .lostAnswer }, Fault(.voicesAdd) { $0.ending = .hang })
      let tone = try ToneFile()

      let lost = try await client.form("/v1/voices/add", fields: ["name": "Lost"], files: [tone.path])
      async let hung = client.form("/v1/voices/add", fields: ["name": "Hung"], files: [tone.path])
      while emulator.state.calls(.voicesAdd) < 2 { try await Task.sleep(for: .milliseconds(5)) }
      await emulator.stop()

      #expect(lost.exit == 52)
      #expect(try await hung.exit == 52)
      #expect(emulator.state.snapshot.ownVoices.map(\.name) == ["Lost"])
      #expect(emulator.state.journal(.voicesAdd).map(\.status) == [0, 0])
    }
  }

  @Test("A cut body ends where it was scripted, a stalled one stays open")
  func cutAndStall() async throws {
    try await withEmulator { emulator, client in
      emulator.state.script(
        Fault(.speechStream) { $0.cutAfterBytes = 5_000 },
        Fault(.speechStream) {
          $0.ending = .stall
          $0.cutAfterBytes = 3_000
        }, Fault(.speech) { $0.ending = .cut })

      let cut = try await client.speak(path: "/stream")
      let stalled = try await client.speak(path: "/stream", ["-m", "4"])
      let whole = try await client.speak()

      #expect(cut.exit == 18)
      #expect(cut.body.count == 5_000)
      #expect(stalled.exit == 28)
      #expect(stalled.body.count == 3_000)
      #expect(whole.exit == 18)
    }
  }

  @Test("Delays come before the first byte and between the pieces")
  func delays() async throws {
    try await withEmulator { emulator, client in
      _ = try await client.speak(path: "/stream")
      emulator.state.script(
        Fault(.speechStream) {
          $0.firstByteDelayMs = 200
          $0.chunkDelayMs = 30
          $0.chunkBytes = 8_000
        })
      let clock = ContinuousClock()

      let time = try await clock.measure { _ = try await client.speak(path: "/stream") }

      #expect(time > .milliseconds(300))
    }
  }

  @Test("A client that hangs up frees its place")
  func hangUp() async throws {
    try await withEmulator { emulator, client in
      emulator.state.script(Fault(.speech) { $0.ending = .hangAfterEffect })

      let answer = try await client.speak([:], ["-m", "3"])
      while emulator.state.snapshot.inFlight[.fast] != 0 { try await Task.sleep(for: .milliseconds(5)) }

      #expect(answer.exit == 28)
    }
  }

  @Test("Faults are taken in order, counted, skipped and matched by body")
  func order() async throws {
    try await withEmulator { emulator, client in
      emulator.state.script(
        Fault(.generate, times: 2) {
          $0.error = "unavailable"
          $0.skip = 1
        },
        Fault {
          $0.whenBodyContains = "needle"; $0.status = 418
        })

      var statuses: [Int] = []
      for _ in 0..<4 { statuses.append(try await client.generate(EmulatorClient.order()).status) }
      let matched = try await client.generate(EmulatorClient.order(["value": "needle"]))

      #expect(statuses == [200, 503, 503, 200])
      #expect(matched.status == 418)
    }
  }

  @Test("A content type and a body of somebody else's can be put in place of an answer")
  func foreignAnswer() async throws {
    try await withEmulator { emulator, client in
      emulator.state.script(
        Fault(.speech) { $0.contentType = "text/html" },
        Fault(.speech) {
          $0.status = 502
          $0.body = "<html>Bad gateway</html>"
          $0.contentType = "text/html"
        })

      let disguised = try await client.speak()
      let gateway = try await client.speak()

      #expect(disguised.status == 200)
      #expect(disguised.headers["content-type"] == "text/html")
      #expect(gateway.status == 502)
      #expect(gateway.text == "<html>Bad gateway</html>")
    }
  }

  @Test("The realistic profile makes text and speech wait")
  func latency() async throws {
    var options = EmulatorOptions()
    options.latency = .realistic
    try await withEmulator(options) { _, client in
      let clock = ContinuousClock()

      let text = try await clock.measure { _ = try await client.generate(EmulatorClient.order()) }
      let speech = try await clock.measure { _ = try await client.speak(path: "/stream") }

      #expect(text > .milliseconds(600))
      #expect(speech > .milliseconds(250))
    }
  }

  @Test("The emulator stops at once while calls hang")
  func stopsWhileHanging() async throws {
    let emulator = try await ProviderEmulator.start()
    emulator.state.script(Fault(.user) { $0.ending = .hang })
    let client = EmulatorClient(url: emulator.url)
    let hanging = Task { try await client.elevenLabs("/v1/user") }
    while emulator.state.calls(.user) == 0 { try await Task.sleep(for: .milliseconds(5)) }

    await emulator.stop()

    let answer = try await hanging.value
    #expect(answer.exit != 0)
  }
}
