import AudioCodecs
import Foundation
import OutboundHTTP
import PerformCore
import Schemas
import TestSupport
import Testing

@Suite("Where a note comes from")
struct ProvenanceTests {
  @Test("The MP3 alone is enough to find its record, and to see that it is genuine and marked")
  func genuine() async throws {
    try await withTheatre { theatre in
      let (note, audio) = try await theatre.note()

      let answer = try await theatre.verify(audio)

      #expect(answer.verdict == .genuine && answer.marked == true)
      #expect(answer.claims?.performanceID == note.performanceID && answer.claims?.model == note.model)
      #expect(answer.claims?.sizeBytes == audio.count && answer.claims?.consentReference.isEmpty == false)
      #expect(answer.key["crv"]?.stringValue == "Ed25519")
    }
  }

  @Test("A hash with its record is enough too, and for a record from elsewhere it is not")
  func hash() async throws {
    try await withTheatre { theatre in
      let (note, audio) = try await theatre.note()
      let claims = try #require(try await theatre.verify(audio).claims)
      let record = try #require(note.provenance)

      let genuine = try await theatre.verify(sha256: claims.sha256, record: record)
      let audioAlone = try await theatre.verify(sha256: try #require(claims.audioSHA256), record: record)
      let other = try await theatre.verify(sha256: String(repeating: "0", count: 64), record: record)
      let forged = try await theatre.verify(sha256: claims.sha256, record: record.dropLast(3) + "AAA")
      let noise = try await theatre.verify(sha256: claims.sha256, record: "no record")

      #expect(
        [genuine, other, forged, noise].map(\.verdict) == [.genuine, .audioDiffers, .recordForged, .recordForged])
      #expect(audioAlone.verdict == .genuine && claims.audioSHA256 != claims.sha256)
      #expect(genuine.marked == nil && forged.claims == nil)
    }
  }

  @Test("Changed audio is told from the genuine one, and strange audio has no record")
  func changed() async throws {
    try await withTheatre { theatre in
      var (_, audio) = try await theatre.note()
      audio[audio.count - 100] ^= 1

      let changed = try await theatre.verify(audio)
      let strange = try await theatre.verify(Array(audio.dropFirst(2_000)))

      #expect(changed.verdict == .audioDiffers && changed.marked == true)
      #expect(strange.verdict == .noRecord && strange.marked == false)
    }
  }

  @Test(
    "Whatever tool has tagged the note anew, its mark and its record are found, and its audio is genuine",
    arguments: ["3", "4"], [true, false])
  func retagged(version: String, room: Bool) async throws {
    try await withTheatre { theatre in
      let (note, audio) = try await theatre.note(room: room)
      var copy = try await TaggingTool.tagged(audio, ["-id3v2_version", version, "-write_id3v1", "1"])

      let genuine = try await theatre.verify(copy)
      copy[copy.count - 300] ^= 1
      let changed = try await theatre.verify(copy)

      #expect(copy.suffix(128).starts(with: "TAG".utf8))
      #expect(genuine.verdict == .genuine && genuine.marked == true)
      #expect(genuine.claims?.performanceID == note.performanceID)
      #expect(changed.verdict == .audioDiffers)
    }
  }

  @Test("A tag that a program wrote in an older form still leads to the record", arguments: RewrittenTag.allCases)
  func olderForms(form: RewrittenTag) async throws {
    try await withTheatre { theatre in
      let (note, audio) = try await theatre.note()

      let answer = try await theatre.verify(form.bytes(note.marks) + UntaggedMP3(audio).audio)

      #expect(answer.verdict == .genuine && answer.marked == true)
      #expect(answer.claims?.performanceID == note.performanceID)
    }
  }

  @Test("So does one with a large picture in front of the marks")
  func picture() async throws {
    try await withTheatre { theatre in
      let (note, audio) = try await theatre.note()
      var tag = ID3Tag(texts: note.marks)
      tag.frames.insert(ID3Tag.Frame(id: "APIC", body: Array(repeating: 1, count: 200_000)), at: 0)

      let answer = try await theatre.verify(tag.bytes + UntaggedMP3(audio).audio)

      #expect(answer.verdict == .genuine && answer.marked == true)
    }
  }

  @Test("Other words that players find before or behind the note's own are told, with its tag and without it")
  func prefixed() async throws {
    try await withTheatre { theatre in
      let (note, audio) = try await theatre.note()
      let bare = Array(UntaggedMP3(audio).audio)
      let tag = audio.prefix(audio.count - bare.count)
      let clip = try await TaggingTool.layerTwo(seconds: 28)

      for file in [tag + clip + bare, clip + bare, clip + audio, audio + TrailingTag.ape(clip)] {
        #expect(try await theatre.verify(Array(file), record: note.provenance).verdict == .audioDiffers)
      }
      #expect(try await theatre.verify(tag + bare).verdict == .genuine)
      #expect(try await theatre.verify(audio + TrailingTag.ape(Array("Café".utf8))).verdict == .genuine)
    }
  }

  @Test("A note that lost its tags is genuine by the record that was kept with it, and no longer marked")
  func untagged() async throws {
    try await withTheatre { theatre in
      let (note, audio) = try await theatre.note()
      let bare = try await TaggingTool.tagged(
        audio, ["-map_metadata", "-1", "-id3v2_version", "0", "-write_xing", "0"])

      let answer = try await theatre.verify(bare, record: note.provenance)

      #expect(!bare.starts(with: "ID3".utf8))
      #expect(answer.verdict == .genuine && answer.marked == false)
    }
  }

  @Test("A note whose performance died before it could sign has its record all the same", arguments: [false, true])
  func recovered(byVoice: Bool) async throws {
    try await withTheatre { theatre in
      let key = ["Idempotency-Key": "recovered"]
      theatre.faults.script(.unreachable, "POST", "/confirm")
      _ = try await theatre.perform("Lara", headers: key)
      theatre.faults.clear()
      if byVoice { theatre.voice.sweep() } else { _ = try await theatre.perform("Lara", headers: key) }
      let audio = try #require(theatre.voice.onlyNote?.audio)

      let found = try await theatre.verify(audio)
      let answered = try await theatre.perform("Lara", headers: key).decode(PerformAnswer.self)

      let record = try #require(answered.provenance)
      let claims = try #require(found.claims)
      #expect(found.verdict == .genuine && claims.sizeBytes == audio.count && !claims.consentReference.isEmpty)
      #expect(try await theatre.verify(sha256: claims.sha256, record: record).claims == claims)
    }
  }

  @Test("Neither tag nor record holds the value, the text or the user")
  func discreet() async throws {
    try await withTheatre { theatre in
      let (note, audio) = try await theatre.note(value: "Zanzibar")
      let claims = try #require(try await theatre.verify(audio).claims)

      let record = String(decoding: try WireJSON.encode(claims), as: UTF8.self)
      let bytes = String(decoding: audio, as: UTF8.self)

      for secret in ["Zanzibar", note.text, "anna", "custom"] {
        #expect(!record.contains(secret) && !bytes.contains(secret), "\(secret)")
      }
    }
  }

  @Test("What is no note and no record is refused by name")
  func refused() async throws {
    try await withTheatre { theatre in
      let answer = try await theatre.perform.client.post("/provenance/verify", ["sha256": "short"])

      #expect(answer.status == 422 && answer.error == "VALIDATION_FAILED")
    }
  }
}

extension Theatre {
  fileprivate func note(value: String = "Lara", room: Bool = true) async throws -> (PerformAnswer, [UInt8]) {
    let settings: JSONValue = ["add_background_sound": .bool(room)]
    let answer = try await perform(value, ["settings_override": settings]).decode(PerformAnswer.self)
    return (answer, Array(Data(base64Encoded: answer.audioBase64 ?? "") ?? Data()))
  }

  fileprivate func verify(_ audio: [UInt8], record: String? = nil) async throws -> ProvenanceAnswer {
    var headers = ["Content-Type": "audio/mpeg"]
    headers["Provenance-Record"] = record
    let answer = try await perform.client.send("POST", "/provenance/verify", body: .bytes(audio), headers: headers)
    return try answer.decode(ProvenanceAnswer.self)
  }

  fileprivate func verify(sha256: String, record: String) async throws -> ProvenanceAnswer {
    try await perform.client.post(
      "/provenance/verify", ["sha256": .string(sha256), "record": .string(record)]
    ).decode(ProvenanceAnswer.self)
  }
}

extension PerformAnswer {
  /// What the tag of its note says of where it comes from.
  fileprivate var marks: [(name: String, value: String)] {
    [
      (ProvenanceMark.sourceType, ProvenanceMark.trainedAlgorithmicMedia), (ProvenanceMark.identity, performanceID),
    ]
  }
}
