import ElevenLabsSpeech
import SpeechProviders
import TestSupport
import Testing

@Suite("Errors of ElevenLabs")
struct ElevenLabsErrorTests {
  @Test("Every error that was observed means the same to us", arguments: ObservedError.all)
  func observed(row: ObservedError) async throws {
    try await withElevenLabs(to: { try await $0.respond(row.http, json: row.body) }) { client in
      let error = await speechError { _ = try await client.synthesize(.sample()) }

      #expect(error?.code == row.expected)
      #expect(error?.hadNoEffect == true)
      #expect(error?.detail == (row.status ?? row.code ?? row.type).map { "\(row.http) \($0)" } ?? "\(row.http)")
    }
  }

  @Test(
    "Without a known word the HTTP status decides, whatever the body",
    arguments: [
      (400, SpeechError.Code.invalidRequest), (401, .keyRefused), (402, .outOfCredits), (403, .keyRefused),
      (404, .invalidRequest), (408, .timeout), (422, .invalidRequest), (429, .rateLimited), (500, .unavailable),
      (502, .unavailable), (503, .unavailable), (302, .malformedAnswer),
    ], [#"{"detail":"Not Found"}"#, #"{"detail":{"status":"new_word"}}"#, "<html>", ""])
  func unknownWords(statusAndCode: (Int, SpeechError.Code), body: String) async throws {
    try await withElevenLabs(to: { try await $0.respond(statusAndCode.0, json: body) }) { client in
      let error = await speechError { _ = try await client.synthesize(.sample()) }

      #expect(error?.code == statusAndCode.1)
    }
  }

  @Test("A list of validation errors is an invalid request")
  func validation() async throws {
    let body = #"{"detail":[{"type":"missing","loc":["body","text"],"msg":"Field required","input":null}]}"#
    try await withElevenLabs(to: { try await $0.respond(422, json: body) }) { client in
      let error = await speechError { _ = try await client.synthesize(.sample()) }

      #expect(error?.code == .invalidRequest)
    }
  }

  @Test("The time to wait is passed on")
  func retryAfter() async throws {
    try await withElevenLabs(to: { try await $0.respond(429, headers: [("retry-after", "7")], json: "{}") }) { client in
      let error = await speechError { _ = try await client.allowance() }

      #expect(error?.retryAfter == .seconds(7))
    }
  }

  @Test("A text from the provider never reaches the detail")
  func noMessages() async throws {
    let body = #"{"detail":{"status":"Hola, dear reader","message":"Hola"}}"#
    try await withElevenLabs(to: { try await $0.respond(400, json: body) }) { client in
      let error = await speechError { _ = try await client.synthesize(.sample()) }

      #expect(error?.detail == "400")
    }
  }

  @Test("A server error may hide the effect of a change, but not of a look or of speech")
  func serverErrors() async throws {
    try await withElevenLabs(to: { try await $0.respond(500) }) { client in
      let creation = VoiceCreation(name: "n", labels: [:], samples: [])

      #expect(await speechError { _ = try await client.createVoice(creation) }?.hadNoEffect == false)
      #expect(await speechError { try await client.renameVoice(id: "v", name: "n", labels: [:]) }?.hadNoEffect == false)
      #expect(await speechError { try await client.deleteVoice(id: "v") }?.hadNoEffect == false)
      #expect(await speechError { _ = try await client.voices() }?.hadNoEffect == true)
      #expect(await speechError { _ = try await client.synthesize(.sample()) }?.hadNoEffect == true)
    }
  }

  @Test("Silence after sending is a timeout that may hide an effect")
  func silence() async throws {
    try await withElevenLabs(bound: .milliseconds(200), to: { await $0.waitForHangUp() }) { client in
      let creation = VoiceCreation(name: "n", labels: [:], samples: [])

      let errors = [
        await speechError { _ = try await client.createVoice(creation) },
        await speechError { _ = try await client.synthesize(.sample()) },
      ]

      #expect(errors.map { $0?.code } == [.timeout, .timeout])
      #expect(errors.map { $0?.hadNoEffect } == [false, false])
    }
  }
}
