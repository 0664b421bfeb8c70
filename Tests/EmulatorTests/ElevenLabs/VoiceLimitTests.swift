import Foundation
import ProviderEmulator
import TestSupport
import Testing

@Suite("Voices at ElevenLabs")
struct VoiceLimitTests {
  @Test("Full slots refuse a clone and name both numbers; premade voices take no slot")
  func slots() async throws {
    try await withEmulator { emulator, client in
      emulator.state.update { $0.account.voiceLimit = 1 }
      emulator.state.addForeignVoice(name: "Somebody else's")
      let tone = try ToneFile()

      let answer = try await client.form("/v1/voices/add", fields: ["name": "Ana"], files: [tone.path])

      #expect(answer.status == 400)
      #expect(answer.detail == "voice_limit_reached")
      #expect(answer.json["detail"]?["code"] == "bad_request")
      #expect(answer.json["detail"]?["message"]?.string?.contains("(1 / 1)") == true)
    }
  }

  @Test("Additions and edits draw on one allowance, deletions on none")
  func allowance() async throws {
    try await withEmulator { emulator, client in
      emulator.state.update { $0.account.maxVoiceAddEdits = 2 }
      let tone = try ToneFile()
      let voice = try #require(
        try await client.form("/v1/voices/add", fields: ["name": "Ana"], files: [tone.path]).json["voice_id"]?.string)

      let edit = try await client.form("/v1/voices/\(voice)/edit", fields: ["name": "Bea"])
      let second = try await client.form("/v1/voices/\(voice)/edit", fields: ["name": "Cleo"])
      let deletion = try await client.elevenLabs("/v1/voices/\(voice)", method: "DELETE")

      #expect(edit.status == 200)
      #expect(second.status == 400)
      #expect(second.detail == "voice_add_edit_limit_reached")
      #expect(deletion.status == 200)
      #expect(emulator.state.snapshot.account.voiceAddEditCounter == 2)
    }
  }

  @Test("A form without name or files is refused before the key is looked at")
  func schemaBeforeKey() async throws {
    try await withEmulator { _, client in
      var stranger = client
      stranger.key = "sk_wrong"

      let answer = try await stranger.form("/v1/voices/add", fields: ["description": "x"])

      #expect(answer.status == 422)
      #expect(answer.json["detail"]?.array?.compactMap { $0["loc"]?.array?.last?.string } == ["name", "files"])
    }
  }

  @Test("A file part without a file name is refused in the old words")
  func missingFileName() async throws {
    try await withEmulator { _, client in
      let answer = try await client.form("/v1/voices/add", fields: ["name": "x", "files": "not a file"])

      #expect(answer.status == 422)
      #expect(answer.text.contains("Expected UploadFile, received: <class 'str'>"))
    }
  }

  @Test("The same file twice and audio that cannot be played are refused, and use nothing up")
  func badFiles() async throws {
    try await withEmulator { emulator, client in
      let tone = try ToneFile()

      let twice = try await client.form("/v1/voices/add", fields: ["name": "x"], files: [tone.path, tone.path])
      let text = try await client.form("/v1/voices/add", fields: ["name": "x"], files: [#filePath])

      #expect(twice.status == 400)
      #expect(twice.text.contains("same file twice"))
      #expect(text.detail == "invalid_content")
      #expect(emulator.state.snapshot.account.voiceAddEditCounter == 0)
    }
  }

  @Test("WebM that is called something else counts as corrupted; under its own name it is taken")
  func misnamed() async throws {
    try await withEmulator { emulator, client in
      let lie = "\(SpeechClip.path);filename=x.mp3"

      let refused = try await client.form("/v1/voices/add", fields: ["name": "x"], files: [lie])
      let taken = try await client.form("/v1/voices/add", fields: ["name": "x"], files: [SpeechClip.path])

      #expect(refused.status == 400 && refused.detail == "invalid_content", "\(refused.text)")
      #expect(taken.status == 200, "\(taken.text)")
    }
  }

  @Test("A scripted verification makes a voice that cannot speak yet")
  func verification() async throws {
    try await withEmulator { emulator, client in
      emulator.state.script(Fault(.voicesAdd) { $0.requiresVerification = true })
      let tone = try ToneFile()

      let added = try await client.form("/v1/voices/add", fields: ["name": "Ana"], files: [tone.path])
      let voice = try #require(added.json["voice_id"]?.string)
      let spoken = try await client.speak(voice: voice)

      #expect(added.json["requires_verification"] == true)
      #expect(spoken.status == 403)
    }
  }

  @Test("An unknown voice is 400 when read or deleted, and 404 when asked to speak")
  func unknownVoice() async throws {
    try await withEmulator { _, client in
      let read = try await client.elevenLabs("/v1/voices/nobody")
      let deleted = try await client.elevenLabs("/v1/voices/nobody", method: "DELETE")
      let spoken = try await client.speak(voice: "nobody")

      let answers = [read, deleted, spoken]
      #expect(answers.map(\.status) == [400, 400, 404])
      #expect(answers.allSatisfy { $0.detail == "voice_not_found" })
    }
  }

  @Test("Premade voices can be neither edited nor deleted, and use nothing up")
  func premade() async throws {
    try await withEmulator { emulator, client in
      let edited = try await client.form("/v1/voices/\(EmulatorClient.george)/edit", fields: ["name": "Mine"])
      let deleted = try await client.elevenLabs("/v1/voices/\(EmulatorClient.george)", method: "DELETE")

      #expect(edited.status == 403 && deleted.status == 403)
      #expect(emulator.state.snapshot.account.voiceAddEditCounter == 0)
      #expect(emulator.state.snapshot.voice(EmulatorClient.george)?.name == "George")
    }
  }

  @Test("An edit keeps labels that are sent as null, and adds files to the samples")
  func editing() async throws {
    try await withEmulator { emulator, client in
      let tone = try ToneFile()
      let voice = emulator.state.addForeignVoice(name: "Ana", labels: ["owner": "x"]).id

      let kept = try await client.form(
        "/v1/voices/\(voice)/edit", fields: ["name": "Bea", "labels": "null"], files: [tone.path])
      let changed = try await client.form(
        "/v1/voices/\(voice)/edit", fields: ["name": "Bea", "labels": #"{"owner": "y"}"#])

      #expect(kept.json == ["status": "ok"] && changed.status == 200)
      let stored = emulator.state.snapshot.voice(voice)
      #expect(stored?.name == "Bea" && stored?.labels == ["owner": "y"] && stored?.samples.count == 1)
    }
  }
}
