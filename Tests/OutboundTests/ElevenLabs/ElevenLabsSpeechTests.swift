import ElevenLabsSpeech
import Foundation
import OutboundHTTP
import SpeechProviders
import TestSupport
import Testing

@Suite("Speech from ElevenLabs")
struct ElevenLabsSpeechTests {
  @Test("The request carries key, escaped voice, format, settings and the model's language")
  func request() async throws {
    let notes = Notes()
    try await withElevenLabs(to: { exchange in
      notes.add("\(exchange.method) \(exchange.uri) \(exchange.header("xi-api-key").joined())")
      notes.add(String(decoding: try await exchange.body(), as: UTF8.self))
      try await exchange.respond(headers: [("content-type", "audio/mpeg")], body: [1])
    }) { client in
      _ = try await client.synthesize(.sample(voice: "a/..b?")).collect()

      #expect(
        notes.all.first
          == "POST /v1/text-to-speech/a%2F%2E%2Eb%3F/stream?output_format=mp3_44100_128 sk_test")
      let body = try #require(try JSONSerialization.jsonObject(with: Data(notes.all[1].utf8)) as? NSDictionary)
      #expect(
        body == [
          "text": "Hola", "model_id": "eleven_turbo_v2_5", "language_code": "es",
          "voice_settings": [
            "stability": 0.5, "similarity_boost": 0.75, "style": 0.25, "use_speaker_boost": true,
          ] as NSDictionary,
        ] as NSDictionary)
    }
  }

  @Test(
    "The language goes only to models that take one",
    arguments: [
      ("eleven_multilingual_v2", false), ("eleven_v4", true), ("eleven_flash_v2", false), ("new_model", false),
    ])
  func language(model: String, isSent: Bool) async throws {
    let notes = Notes()
    try await withElevenLabs(to: { exchange in
      notes.add(String(decoding: try await exchange.body(), as: UTF8.self))
      try await exchange.respond(headers: [("content-type", "audio/mpeg")], body: [1])
    }) { client in
      _ = try await client.synthesize(.sample(model: model)).collect()

      #expect(notes.all.joined().contains("language_code") == isSent)
    }
  }

  @Test("The stream has the format, the provider's charge and all bytes in order")
  func stream() async throws {
    try await withElevenLabs(to: { exchange in
      try await exchange.begin(headers: [("content-type", "audio/mpeg"), ("character-cost", "2")])
      for number in 0..<100 { try await exchange.send([UInt8](repeating: UInt8(number), count: 1000)) }
      try await exchange.finish()
    }) { client in
      let stream = try await client.synthesize(.sample())

      #expect(stream.format == .mp3(sampleRate: 44_100, kilobits: 128))
      #expect(stream.providerCost == 2)
      #expect(try await stream.collect() == (0..<100).flatMap { [UInt8](repeating: UInt8($0), count: 1000) })
    }
  }

  @Test("Audio that breaks off is cut after what had arrived")
  func cut() async throws {
    try await withElevenLabs(to: { exchange in
      try await exchange.begin(headers: [("content-type", "audio/mpeg")])
      try await exchange.send([1, 2])
      throw PeerHangsUp()
    }) { client in
      let stream = try await client.synthesize(.sample())

      let first = try await stream.next()
      let error = await speechError { _ = try await stream.next() }

      #expect(first == [1, 2])
      #expect(error?.code == .cut)
    }
  }

  @Test("Audio that falls silent is cut too")
  func silent() async throws {
    try await withElevenLabs(
      bound: .seconds(1),
      to: { exchange in
        try await exchange.begin(headers: [("content-type", "audio/mpeg")])
        try await exchange.send([1])
        await exchange.waitForHangUp()
      }
    ) { client in
      let stream = try await client.synthesize(.sample())

      #expect(await speechError { _ = try await stream.collect() }?.code == .cut)
    }
  }

  @Test("A success that is not audio, or is empty, is malformed", arguments: ["application/json", "audio/mpeg"])
  func notAudio(type: String) async throws {
    let body: [UInt8] = type == "audio/mpeg" ? [] : [1]
    try await withElevenLabs(to: { try await $0.respond(headers: [("content-type", type)], body: body) }) { client in
      let error = await speechError { _ = try await client.synthesize(.sample()) }

      #expect(error?.code == .malformedAnswer)
      #expect(error?.hadNoEffect == false)
    }
  }

  @Test("A provider that cannot be reached is unavailable, without effect")
  func unreachable() async throws {
    let transport = CurlTransport()
    let configuration = ElevenLabsConfiguration(apiKey: "k", baseURL: "http://127.0.0.1:\(FreePort.find())")
    let client = ElevenLabsClient(transport: transport, configuration: configuration)

    let error = await speechError { _ = try await client.synthesize(.sample()) }

    #expect(error?.code == .unavailable)
    #expect(error?.hadNoEffect == true)
    await transport.shutdown()
  }

  @Test("Numbers are spelled out for the fast models only")
  func numbers() async throws {
    try await withElevenLabs(to: { _ in }) { client in
      let normalizes = client.capabilities.normalizesNumbers

      #expect(["eleven_multilingual_v2", "eleven_v3", "eleven_v4"].allSatisfy { normalizes($0) })
      #expect(!["eleven_turbo_v2_5", "eleven_flash_v2_5", "unknown"].contains { normalizes($0) })
    }
  }
}
