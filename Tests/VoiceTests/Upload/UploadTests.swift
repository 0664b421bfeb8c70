import Foundation
import OutboundHTTP
import ProviderEmulator
import Schemas
import TestSupport
import Testing

@Suite("Uploads", .serialized)
struct UploadTests {
  private func files(_ world: VoiceWorld, _ folder: String) throws -> [String] {
    try AudioFolder.unfinished(folder, in: world.host.dataDirectory)
  }

  @Test("What phones and browsers record becomes a sample", arguments: ["mp3", "wav", "m4a", "webm", "ogg", "flac"])
  func formats(fileExtension: String) async throws {
    try await withLocalVoice { world in
      let client = try await world.user("u")

      let answer = try await client.upload(TestAudio.clip(fileExtension), of: "u", fields: ["duration_seconds": "12"])

      #expect(answer.status == 200, "\(answer.text)")
      let upload = try answer.decode(UploadAnswer.self)
      #expect(upload.action == .createdStub && upload.cloneState == .stub && !upload.dedup)
      #expect(abs(upload.duration - 49.1) < 0.3 && upload.declaredDuration == 12)
      #expect(abs(upload.loudnessLUFS + 20) <= 0.5 && upload.truePeakDBTP <= -3)
      #expect(upload.transcoded == (fileExtension != "mp3"))
      let source = try await client.get("/users/u/voice/source")
      #expect(source.status == 200 && source.bytes.count == upload.bytes)
      #expect(try files(world, "work").isEmpty && files(world, "samples").count == 1)
    }
  }

  @Test("A sample is cloned at once, skipped when it comes again, and updated by another")
  func cloning() async throws {
    let other = try TestAudio.file("other.flac", ["-t", "40", "-ac", "1", "-ar", "44100"])
    try await withCloningVoice { world in
      let client = try await world.user("u")

      let first = try await client.upload(TestAudio.clip("wav"), of: "u").decode(UploadAnswer.self)
      #expect(first.action == .createdReal && first.cloneState == .ready)

      let again = try await client.upload(TestAudio.clip("flac"), of: "u").decode(UploadAnswer.self)
      #expect(again.action == .updateSkipped && again.dedup && again.hash == first.hash)
      #expect(world.provider?.calls(.voicesAdd) == 1)

      world.provider?.script(Fault(.voicesAdd) { $0.error = "system_busy" })
      let failed = try await client.upload(other, of: "u")
      #expect(failed.status == 503 && failed.json["clone_action"] == "update_failed")
      #expect(failed.json["sample_stored"] == true)
      #expect(try await client.meta(of: "u").json["voiceCloneId"] == first.voiceCloneID.map(JSONValue.string))

      let updated = try await client.upload(other, of: "u").decode(UploadAnswer.self)
      #expect(updated.action == .updatedReal && updated.voiceCloneID != first.voiceCloneID && updated.dedup)
      let meta = try await client.meta(of: "u").json
      #expect(meta["voice_clone_previous_id"] == first.voiceCloneID.map(JSONValue.string))
      try await eventually("the old voice is deleted") {
        world.provider?.snapshot.voices.contains { $0.id == first.voiceCloneID } == false
      }
      #expect(!world.host.logs.lines.contains { $0.contains(first.hash) || $0.contains(updated.hash) })
      let list = try await client.get("/users/u/recordings?kind=sample").decode(RecordingsAnswer.self)
      #expect(Set(list.recordings.map(\.state)) == [.promoted, .updated])
      #expect(list.recordings.filter(\.isCurrentClone).count == 1)
    }
  }

  @Test("With a single slot an updater's own voice makes room")
  func updateAtCapacity() async throws {
    var account = Account()
    account.voiceLimit = 1
    try await withCloningVoice(account: account, samples: [SeededSample("u")]) { world in
      let client = try await world.user("u")
      let first = try await client.makeClone(of: "u").json["voice_clone_id"]

      let updated = try await client.upload(TestAudio.clip("webm"), of: "u").decode(UploadAnswer.self)

      #expect(updated.action == .updatedReal && updated.cloneState == .ready)
      #expect(try await client.meta(of: "u").json["voice_clone_previous_id"] == first)
      #expect(world.provider?.snapshot.voices.filter { !$0.isPremade }.map(\.id) == [updated.voiceCloneID ?? ""])
    }
  }

  @Test("Without consent nothing is stored", arguments: [nil, "false", ""])
  func consent(consent: String?) async throws {
    try await withLocalVoice { world in
      let client = try await world.user("u")

      let refused = try await client.upload(TestAudio.shortMP3(), of: "u", consent: consent)

      #expect(refused.status == 422 && refused.error == "CONSENT_REQUIRED")
      #expect(try files(world, "work").isEmpty && files(world, "samples").isEmpty)
      #expect(try await client.meta(of: "u").json["hasSample"] == false)
    }
  }

  @Test("A form that contradicts itself gives no consent", arguments: [("false", "true"), ("true", "false")])
  func contradiction(first: String, second: String) async throws {
    try await withLocalVoice { world in
      let client = try await world.user("u")

      let refused = try await client.upload(
        TestAudio.clip("webm"), of: "u", consent: first, fields: ["consent": second])

      #expect(refused.status == 422 && refused.error == "CONSENT_REQUIRED")
      #expect(try files(world, "work").isEmpty && files(world, "samples").isEmpty)
    }
  }

  @Test("Base64 may have line breaks, escapes and no padding, as phones write it")
  func phonesBase64() async throws {
    try await withLocalVoice { world in
      let client = try await world.user("u")
      let audio = try Data(TestAudio.bytes(TestAudio.clip("webm")) + [0]).base64EncodedString(
        options: [.lineLength76Characters, .endLineWithLineFeed])
      let text = audio.replacing("\n", with: "\\n").replacing("/", with: "\\u002f").replacing("=", with: "")
      let body = "{\"audio_base64\": \"\(text)\\n\", \"consent\": true}"

      let answer = try await client.send(
        "POST", "/user/voice", body: .bytes(Array(body.utf8)), headers: ["Content-Type": "application/json"])

      #expect(answer.status == 200, "\(answer.text)")
    }
  }

  @Test("The older JSON form is taken as well")
  func jsonForm() async throws {
    try await withLocalVoice { world in
      let client = try await world.user("u")
      let audio = try Data(TestAudio.bytes(TestAudio.clip("webm"))).base64EncodedString()
      let body: JSONValue = ["audio_base64": .string(audio), "mime_type": "audio/webm", "consent": true]

      let answer = try await client.post("/user/voice", body)
      #expect(answer.status == 200, "\(answer.text)")

      let source = try await client.get("/users/u/voice/source", headers: ["Accept": "application/json"])
      let sample = try source.decode(VoiceSourceAnswer.self)
      #expect(Data(base64Encoded: sample.audioBase64)?.count == answer.json["bytes"]?.numberValue.map { Int($0) })
      #expect(try await client.post("/user/voice", ["audio_base64": "aGk="]).error == "CONSENT_REQUIRED")
    }
  }

  @Test("The first bytes decide what a file is and how large it may be")
  func magicBytes() async throws {
    try await withLocalVoice(["MAX_UPLOAD_BYTES": "20000", "MAX_UPLOAD_BYTES_PCM": "40000"]) { world in
      let client = try await world.user("u")

      #expect(try await client.upload("/etc/hostname", of: "u").error == "UNSUPPORTED_AUDIO")
      #expect(try await client.upload("/usr/bin/env", of: "u").error == "UNSUPPORTED_AUDIO")
      #expect(try await client.upload(TestAudio.shortMP3(), of: "u").error == "PAYLOAD_TOO_LARGE")
      let large = try await client.upload(TestAudio.clip("wav"), of: "u")
      #expect(large.status == 413)
      #expect(try files(world, "work").isEmpty)
    }
  }

  @Test("A recording that is too short is refused with its length")
  func short() async throws {
    try await withLocalVoice { world in
      let refused = try await world.user("u").upload(TestAudio.shortMP3(), of: "u")

      #expect(refused.status == 422 && refused.error == "AUDIO_TOO_SHORT")
      #expect(refused.json["duration"]?.numberValue.map { abs($0 - 2) < 0.2 } == true)
    }
  }

  @Test("A hostile or foreign form is refused", arguments: ["text/plain", "multipart/form-data", "application/json"])
  func hostile(contentType: String) async throws {
    try await withLocalVoice { world in
      let client = try await world.user("u")

      let refused = try await client.send(
        "POST", "/users/u/voice", body: .bytes(Array("garbage".utf8)), headers: ["Content-Type": contentType])

      #expect([400, 415, 422].contains(refused.status))
      #expect(try files(world, "work").isEmpty)
    }
  }
}
