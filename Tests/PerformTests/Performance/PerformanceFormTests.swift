import AudioCodecs
import Foundation
import OutboundHTTP
import ProviderEmulator
import Schemas
import TestSupport
import Testing

@Suite("The forms of a performance")
struct PerformanceFormTests {
  @Test("A JSON answer holds the words, the whole note and the exact charge")
  func jsonForm() async throws {
    try await withTheatre { theatre in
      let answer = try await theatre.perform()

      #expect(answer.status == 200, "\(answer.text.prefix(500))")
      let performed = try answer.decode(PerformAnswer.self)
      let audio = Array(try #require(Data(base64Encoded: performed.audioBase64 ?? "")))
      #expect(performed.text.contains("Seven of Hearts"))
      #expect(performed.charsUsedRaw == performed.text.unicodeScalars.count)
      #expect(performed.charCount == performed.charsUsedEffective)
      #expect(performed.voiceSource == "provider_voice_id" && performed.textSource == "template")
      #expect(audio.starts(with: Array("ID3".utf8)))
      let note = try #require(theatre.voice.onlyNote)
      #expect(note.state == .confirmed && note.audio == audio)
      #expect(try await theatre.usage().charCount == performed.charsUsedEffective)
      #expect(theatre.voice.snapshot.leases.isEmpty)
    }
  }

  @Test("A streamed answer names its parts in headers and is the note that voice keeps")
  func streamForm() async throws {
    try await withTheatre { theatre in
      let response = try await theatre.stream()
      let audio = try await response.body.collect(upTo: 1 << 22)

      #expect(response.status == 200 && response.headers["Content-Type"] == "audio/mpeg")
      let note = try #require(theatre.voice.onlyNote)
      #expect(note.state == .confirmed && note.audio == audio)
      #expect(response.headers["X-Performance-Id"] == note.opening.performanceID)
      #expect(response.headers["X-Recording-Id"] == note.recordingID)
      #expect(response.headers["X-Voice-Source"] == "provider_voice_id")
      #expect(response.headers["X-Text-Source"] == "template")
      #expect(response.headers["X-Model"] == "eleven_turbo_v2_5")
      #expect(response.headers["Server-Timing"]?.contains("speech;dur=") == true)
      let announced = response.headers["X-Chars-Used-Effective"].flatMap { Int($0) }
      #expect(try await theatre.usage().charCount == announced)
    }
  }

  @Test("An accepted performance is heard through its link, while it is made and afterwards")
  func acceptedForm() async throws {
    try await withTheatre { theatre in
      let answer = try await theatre.perform(headers: ["Prefer": "respond-async"])
      let accepted = try answer.decode(PerformAcceptedAnswer.self)
      let live = try await theatre.perform.client.get(accepted.streamURL)
      let later = try await theatre.perform.client.get(accepted.streamURL)

      #expect(answer.status == 202)
      #expect(!accepted.streamURL.contains("Seven"))
      let note = try #require(theatre.voice.onlyNote)
      #expect(live.status == 200 && live.bytes == note.audio)
      #expect(later.status == 200 && later.bytes == note.audio)
      #expect(accepted.recordingID == note.recordingID)
    }
  }

  @Test("While a note is made its link streams all of it, whichever part is asked for")
  func liveLink() async throws {
    try await withTheatre { theatre in
      theatre.emulator.state.script(
        Fault(.speechStream) {
          $0.chunkDelayMs = 100
          $0.chunkBytes = 8192
        })
      let accepted = try await theatre.perform(headers: ["Prefer": "respond-async"]).decode(PerformAcceptedAnswer.self)

      let live = try await theatre.perform.client.open("GET", accepted.streamURL, headers: ["Range": "bytes=0-"])
      let asked = try await theatre.perform.client.send("HEAD", accepted.streamURL)
      let audio = try await live.body.collect(upTo: 1 << 22)

      #expect(asked.status == 200 && asked.headers["Content-Length"] == String(audio.count))
      #expect(live.status == 200 && audio == theatre.voice.onlyNote?.audio)
      #expect(live.headers["Accept-Ranges"] == nil && live.headers["Content-Range"] == nil)
    }
  }

  @Test("A link tells why its performance failed, and opens the note once another attempt has delivered it")
  func linkAfterFailure() async throws {
    try await withTheatre { theatre in
      let headers = ["Prefer": "respond-async", "Idempotency-Key": "linked"]
      theatre.emulator.state.script(Fault(.speechStream) { $0.error = "quota_exceeded" })
      let accepted = try await theatre.perform(headers: headers).decode(PerformAcceptedAnswer.self)
      let failed = try await theatre.perform.client.get(accepted.streamURL)
      _ = try await theatre.perform(headers: headers)
      try await expectEventually { theatre.voice.onlyNote?.state == .confirmed }
      try await expectEventually { theatre.perform.logs.events("perform_completed").count == 1 }

      try await expectEventually { try await theatre.perform.client.get(accepted.streamURL).status == 200 }

      #expect(failed.status == 502 && failed.error == "PROVIDER_OUT_OF_CREDITS", "\(failed.text.prefix(300))")
    }
  }

  @Test("A link whose performance another replica has given up says so at once")
  func linkWithoutNote() async throws {
    try await withTheatre { theatre in
      let answer = try await theatre.perform(headers: ["Prefer": "respond-async"])
      let accepted = try answer.decode(PerformAcceptedAnswer.self)
      try await expectEventually { theatre.perform.logs.events("perform_completed").count == 1 }
      theatre.voice.update { $0.notes = [:] }

      // Until this replica has let go of the performance it still streams it.
      try await expectEventually {
        try await theatre.perform.client.get(accepted.streamURL).error == "RECORDING_NOT_FOUND"
      }
    }
  }

  @Test("A link that was tampered with opens nothing")
  func forgedLink() async throws {
    try await withTheatre { theatre in
      let answer = try await theatre.perform(headers: ["Prefer": "respond-async"])
      let accepted = try answer.decode(PerformAcceptedAnswer.self)

      let forged = accepted.streamURL.replacing("expires=", with: "expires=9")
      let refused = try await theatre.perform.client.get(forged)

      #expect(
        refused.status == 403 && refused.error == "SIGNATURE_INVALID", "\(refused.status) \(refused.text.prefix(300))")
    }
  }

  @Test(
    "Without a background the provider's frames go out untouched behind our tag",
    arguments: [["add_background_sound": false], ["background_volume": 0], ["fan_volume_pct": 0]] as [JSONValue])
  func passedThrough(override: JSONValue) async throws {
    try await withTheatre { theatre in
      let answer = try await theatre.perform("Lara", ["settings_override": override])
      let performed = try answer.decode(PerformAnswer.self)

      let voice = theatre.voice.snapshot.providerVoice
      let spoken = try await theatre.speakDirectly(performed.text, voice: voice)
      let audio = Array(try #require(Data(base64Encoded: performed.audioBase64 ?? "")))
      var ours = ID3TagStripper()
      var theirs = ID3TagStripper()
      #expect(ours.strip(audio) == theirs.strip(spoken))
    }
  }

  @Test("A rehearsal tells voice to show no card")
  func rehearsal() async throws {
    try await withTheatre { theatre in
      let answer = try await theatre.perform("Lara", ["rehearsal": true])

      #expect(answer.status == 200)
      #expect(theatre.voice.onlyNote?.opening.rehearsal == true)
    }
  }
}

extension Theatre {
  /// What the provider answers to the same request as perform's.
  fileprivate func speakDirectly(_ text: String, voice: String) async throws -> [UInt8] {
    let body: JSONValue = ["text": .string(text), "model_id": "eleven_turbo_v2_5", "language_code": "en"]
    let response = try await anna.transport.send(
      OutboundRequest(
        method: "POST", url: "\(emulator.url)/v1/text-to-speech/\(voice)/stream?output_format=mp3_44100_128",
        headers: [("xi-api-key", EmulatorOptions.elevenLabsKey), ("Content-Type", "application/json")],
        body: .bytes(try WireJSON.encode(body))))
    return try await response.body.collect(upTo: 1 << 22)
  }
}
