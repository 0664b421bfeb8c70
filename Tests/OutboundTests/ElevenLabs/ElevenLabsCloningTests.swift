import ElevenLabsSpeech
import Foundation
import SpeechProviders
import TestSupport
import Testing

@Suite("Voices at ElevenLabs")
struct ElevenLabsCloningTests {
  @Test("All pages are read, however many voices the first one holds")
  func paging() async throws {
    let notes = Notes()
    try await withElevenLabs(to: { exchange in
      notes.add(exchange.uri)
      let isFirst = !exchange.uri.contains("next_page_token")
      let voices = (isFirst ? 0..<130 : 130..<140).map {
        #"{"voice_id":"v\#($0)","name":"n","category":"cloned","labels":null,"other":{}}"#
      }
      let token = isFirst ? #""a/b""# : "null"
      try await exchange.respond(
        json: #"{"voices":[\#(voices.joined(separator: ","))],"has_more":\#(isFirst),"next_page_token":\#(token)}"#)
    }) { client in
      let voices = try await client.voices()

      #expect(voices.map(\.id) == (0..<140).map { "v\($0)" })
      #expect(
        notes.all == [
          "/v2/voices?page_size=100&include_total_count=false",
          "/v2/voices?page_size=100&include_total_count=false&next_page_token=a%2Fb",
        ])
    }
  }

  @Test("Pages that lead nowhere are malformed", arguments: ["null", #""same""#])
  func endlessPaging(token: String) async throws {
    try await withElevenLabs(to: {
      try await $0.respond(json: #"{"voices":[],"has_more":true,"next_page_token":\#(token)}"#)
    }) { client in
      let error = await speechError { _ = try await client.voices() }

      #expect(error?.code == .malformedAnswer)
    }
  }

  @Test("The allowance comes from the subscription, with an edit limit only where there is one")
  func allowance() async throws {
    let json = #"""
      {"tier":"creator","character_count":10,"character_limit":100,"voice_slots_used":3,"voice_limit":30,
      "max_voice_add_edits":null,"voice_add_edit_counter":7,"max_credit_limit_extension":"unlimited"}
      """#
    try await withElevenLabs(to: { try await $0.respond(json: json) }) { client in
      let allowance = try await client.allowance()

      #expect(
        allowance
          == VoiceAllowance(
            voiceLimit: 30, voicesUsed: 3, addEditLimit: nil, addEditsUsed: 7, creditsUsed: 10, creditLimit: 100))
    }
  }

  @Test("A new voice is sent with its name, labels as JSON and its samples as MP3 files")
  func create() async throws {
    let notes = Notes()
    let sample = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try Data("ID3 audio".utf8).write(to: sample)
    defer { try? FileManager.default.removeItem(at: sample) }
    try await withElevenLabs(to: { exchange in
      notes.add("\(exchange.method) \(exchange.uri)")
      notes.add(String(decoding: try await exchange.body(), as: UTF8.self))
      try await exchange.respond(json: #"{"voice_id":"new","requires_verification":true}"#)
    }) { client in
      let creation = VoiceCreation(name: "vm-1", labels: ["some_key": "x"], samples: [sample.path])

      let voice = try await client.createVoice(creation)

      #expect(voice == CreatedVoice(id: "new", requiresVerification: true))
      #expect(notes.all[0] == "POST /v1/voices/add")
      #expect(notes.all[1].contains("name=\"name\"\r\n\r\nvm-1\r\n"))
      #expect(notes.all[1].contains("name=\"labels\"\r\n\r\n{\"some_key\":\"x\"}\r\n"))
      #expect(
        notes.all[1].contains(
          "name=\"files\"; filename=\"sample-1.mp3\"\r\nContent-Type: audio/mpeg\r\n\r\nID3 audio\r\n"))
    }
  }

  @Test("A success without a voice id is malformed, and a voice may exist")
  func createMalformed() async throws {
    try await withElevenLabs(to: { try await $0.respond(json: "{}") }) { client in
      let error = await speechError {
        _ = try await client.createVoice(VoiceCreation(name: "n", labels: [:], samples: []))
      }

      #expect(error?.code == .malformedAnswer)
      #expect(error?.hadNoEffect == false)
    }
  }

  @Test("Renaming sends the labels again")
  func rename() async throws {
    let notes = Notes()
    try await withElevenLabs(to: { exchange in
      notes.add("\(exchange.method) \(exchange.uri)")
      notes.add(String(decoding: try await exchange.body(), as: UTF8.self))
      try await exchange.respond(json: #"{"status":"ok"}"#)
    }) { client in
      try await client.renameVoice(id: "a b", name: "new", labels: ["k": "v"])

      #expect(notes.all[0] == "POST /v1/voices/a%20b/edit")
      #expect(notes.all[1].contains(#"{"k":"v"}"#))
    }
  }

  @Test(
    "Deleting a voice that is gone succeeds",
    arguments: [
      (200, #"{"status":"ok"}"#), (400, #"{"detail":{"status":"voice_not_found"}}"#),
      (400, #"{"detail":{"status":"voice_does_not_exist"}}"#), (404, #"{"detail":"Not Found"}"#),
    ])
  func delete(status: Int, body: String) async throws {
    try await withElevenLabs(to: { try await $0.respond(status, json: body) }) { client in
      try await client.deleteVoice(id: "v")
    }
  }

  @Test("Deleting without permission is not taken for done")
  func deleteRefused() async throws {
    let body = #"{"detail":{"status":"missing_permissions"}}"#
    try await withElevenLabs(to: { try await $0.respond(401, json: body) }) { client in
      #expect(await speechError { try await client.deleteVoice(id: "v") }?.code == .keyRefused)
    }
  }
}
