import AudioCodecs
import AudioMixing
import Foundation
import Testing

@Suite struct MixedNoteTests {
  @Test("The voice is as loud in the encoded note as the provider sent it", arguments: ["fan", "brown-noise"])
  func keepsTheVoiceLevel(background: String) throws {
    let speech = try Samples.speechMP3(seconds: 12)

    let note = try make(speech, background: background, volume: 0.3)

    let sent = try Measured(speech)
    let heard = try Measured(note.bytes)
    #expect(abs(heard.loudnessLUFS - sent.loudnessLUFS) <= 0.3)
  }

  @Test("Speech that nobody hears makes no note of the room alone", arguments: [0, 0.0003])
  func refusesSilence(volume: Double) throws {
    let speech = try Samples.speechMP3(seconds: 2, options: ["-af", "volume=\(volume)"])

    let error = #expect(throws: AudioCodecError.self) { try make(speech) }

    #expect(error?.code == .silent)
  }

  @Test("However loud the voice, nothing is clipped")
  func neverClips() throws {
    let speech = try Samples.speechMP3(seconds: 6, options: ["-af", "volume=14dB"])

    let note = try make(speech, background: "fan", volume: 1)

    #expect(try Measured(note.bytes).truePeakDBTP < 0)
  }

  @Test("The note's samples do not depend on how the stream was cut", arguments: [100, 4096])
  func ignoresTheCut(size: Int) throws {
    let speech = try Samples.speechMP3(seconds: 2)
    let whole = try make(speech, size: speech.count)

    let cut = try make(speech, size: size)

    #expect(try Samples.decoded(cut.bytes) == Samples.decoded(whole.bytes))
  }

  @Test("The stated duration is the file's, with the room before and after")
  func statesTheDuration() throws {
    let speech = try Samples.speechMP3(seconds: 4)

    let note = try make(speech)

    #expect(try abs(note.seconds - Probe.duration(note.bytes)) < 0.06)
    #expect(abs(note.seconds - 5.5) < 0.15)
  }

  @Test("Our tag replaces the provider's, whose marks of origin stay")
  func replacesTheTag() throws {
    let theirs = ID3Tag(title: "theirs", texts: [("C2PA", "urn:1")])
    let speech = theirs.bytes + (try Samples.speechMP3(seconds: 1, options: ["-id3v2_version", "0"]))

    let note = try make(speech, size: 7, tag: ID3Tag(title: "ours"))

    #expect(note.bytes.starts(with: "ID3".utf8))
    #expect(try Probe.value("format_tags=title,C2PA", of: note.bytes) == "ours,urn:1")
  }

  @Test("The first bytes of speech bring out sound at once")
  func startsAtOnce() throws {
    let speech = try Samples.speechMP3(seconds: 2, options: ["-id3v2_version", "0"])
    let note = try MixedNote(speech: .mp3, room: makeRoom(), tag: ID3Tag(title: "t"))
    try note.prepare()

    let first = try note.feed(Array(speech.prefix(900)))

    #expect(try Probe.duration(first) > 0.4)
  }

  @Test("Speech that stops inside a frame, or never begins, is an error", arguments: [0, 5, 7_777])
  func refusesCutSpeech(length: Int) throws {
    let speech = Array(try Samples.speechMP3(seconds: 1, options: ["-id3v2_version", "0"]).prefix(length))

    let error = #expect(throws: AudioCodecError.self) { try make(speech) }

    #expect(error?.code == .truncated)
  }

  @Test("PCM at another rate is mixed as well, and keeps its level")
  func takesPCM() throws {
    let format = ["-t", "6", "-ac", "1", "-ar", "22050", "-f", "s16le"]
    let speech = [UInt8](try Samples.speechFile(format))
    let expected = try Measured(Samples.speechFile(["-t", "6", "-ac", "1", "-ar", "22050", "-f", "wav"]))

    let note = try make(speech, size: 333, speechFormat: .pcm16(sampleRate: 22_050))

    #expect(try abs(Measured(note.bytes).loudnessLUFS - expected.loudnessLUFS) <= 0.4)
    #expect(abs(note.seconds - 7.5) < 0.15)
  }

  @Test("PCM without a room is only encoded")
  func encodesPCM() throws {
    let speech = PCM16.bytes(Samples.sine(hertz: 440, seconds: 2, amplitude: 0.25))
    let note = try MixedNote(speech: .pcm16(sampleRate: 44_100), room: nil, tag: ID3Tag(title: "t"))

    let bytes = try note.feed(speech) + note.finish()

    #expect(try abs(Samples.rmsLevel(Samples.decoded(bytes)[8820..<79_380]) + 15.05) < 0.1)
    #expect(abs(note.durationSeconds - 2) < 0.08)
  }

  private func make(
    _ speech: [UInt8], size: Int = 4096, background: String = "fan", volume: Double = 0.3,
    speechFormat: SpeechFormat = .mp3, tag: ID3Tag = ID3Tag(title: "note")
  ) throws -> (bytes: [UInt8], seconds: Double) {
    let room = try makeRoom(background: background, volume: volume)
    let note = try MixedNote(speech: speechFormat, room: room, tag: tag)
    let bytes = try speech.chunks(of: max(size, 1)).flatMap { try note.feed($0) } + note.finish()
    return (bytes, note.durationSeconds)
  }

  private func makeRoom(background: String = "fan", volume: Double = 0.3) throws -> VoiceOverRoom {
    let loop = try #require(try Ambience.library().loop(named: background))
    return VoiceOverRoom(background: loop, settings: RoomSettings(volume: volume), startOffset: 0.25)
  }
}
