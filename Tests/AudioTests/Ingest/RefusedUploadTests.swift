import AudioIngest
import Foundation
import TestSupport
import Testing

@Suite(.serialized) struct RefusedUploadTests {
  @Test("Shorter and longer recordings are refused by their measured length")
  func measuresTheLength() async throws {
    await expect(.tooShort(seconds: 20), for: try Samples.speechFile(wav(["-t", "20"])))
    await expect(.tooLong, for: try Samples.speechFile(wav(["-af", "apad=pad_dur=12"])))
  }

  @Test(
    "What is not somebody talking is not speech",
    arguments: [
      "sine=frequency=440:duration=40", "sine=frequency=150:duration=40,tremolo=f=4:d=0.9",
      "anoisesrc=color=white:duration=40:amplitude=0.2", "anoisesrc=color=pink:duration=40:amplitude=0.3",
      "anoisesrc=color=white:duration=40:amplitude=0.3,tremolo=f=4:d=0.9",
      "aevalsrc=0.3*sin(2*PI*(100+30*t)*t):d=40",
    ])
  func refusesOtherSounds(source: String) async throws {
    await expect(.notSpeech, for: try generated(source))
  }

  @Test("The machine in a room that we ship as a background is not speech")
  func refusesTheFan() async throws {
    let options = ["-stream_loop", "2", "-i", Ambience.folder + "/fan.mp3", "-t", "40"]
    await expect(.notSpeech, for: try Tool.ffmpeg(options + ["-f", "wav", "pipe:1"]).output)
  }

  @Test(
    "Silence is silent, whether digital or hissing",
    arguments: [
      "anullsrc=r=44100:d=40", "anoisesrc=color=white:duration=40:amplitude=0.0005",
    ])
  func refusesSilence(source: String) async throws {
    await expect(.silent, for: try generated(source))
  }

  @Test(
    "Speech driven into clipping is refused, also after a lossy codec",
    arguments: [
      ["-c:a", "pcm_s16le", "-f", "wav"], ["-c:a", "libopus", "-b:a", "48k", "-f", "ogg"],
    ])
  func refusesClipping(format: [String]) async throws {
    let clipped = try Samples.speechFile(["-af", "volume=20dB", "-ac", "1", "-c:a", "pcm_s16le", "-f", "wav"])
    let upload = try Tool.ffmpeg(["-i", "pipe:0"] + format + ["pipe:1"], input: clipped).output

    await expect(.clipped, for: upload)
  }

  @Test(
    "What is none of the known containers is unsupported, whatever it is called",
    arguments: [
      Data(), Data("#EXTM3U\n#EXTINF:10\nfile:///etc/passwd\n".utf8),
      Data("ffconcat version 1.0\nfile /etc/passwd".utf8),
      Data("<html></html>".utf8), Data([0x89, 0x50, 0x4E, 0x47, 13, 10, 26, 10, 0, 0]), Data([0xFF]),
    ])
  func refusesOtherFiles(upload: Data) async {
    await expect(.unsupported, for: upload)
  }

  @Test(
    "Rubbish behind the right first bytes is unreadable",
    arguments: [
      Array("ID3".utf8) + [4, 0, 0, 0, 0, 0, 0], Array("RIFF    WAVE".utf8), [0, 0, 0, 24] + Array("ftypM4A ".utf8),
      Array("OggS".utf8), [0x1A, 0x45, 0xDF, 0xA3], Array("fLaC".utf8), [0xFF, 0xF1, 0x50, 0x80],
    ])
  func refusesRubbish(start: [UInt8]) async {
    var generator = SystemRandomNumberGenerator()
    let noise = (0..<100_000).map { _ in UInt8.random(in: 0...255, using: &generator) }

    let error = await refusal(of: Data(start + noise))

    #expect(error != nil)
    if case .unavailable = error { Issue.record("\(String(describing: error))") }
  }

  @Test("An M4A that lost its end is unreadable")
  func refusesCutFiles() async throws {
    let folder = try TemporaryFolder()
    try Tool.ffmpeg(["-i", SpeechClip.path, "-c:a", "aac", folder.path + "/whole.m4a"])
    let whole = try Data(contentsOf: folder.url("whole.m4a"))

    await expect(.unreadable, for: whole.prefix(whole.count / 2))
  }

  @Test("A decoder that does not finish in time is ended, and the upload unreadable")
  func endsSlowDecoders() async throws {
    var limits = IngestLimits()
    limits.decodingTime = .milliseconds(1)

    let error = await refusal(of: try Samples.speechFile(wav()), limits: limits)

    #expect(error == .unreadable)
  }

  @Test("A machine without the decoder says so at the start")
  func needsTheDecoder() async {
    let error = await #expect(throws: IngestError.self) {
      try await SampleNormalizer(decoderProgram: "no-such-decoder")
    }

    #expect(error == .unavailable("no-such-decoder is not installed"))
  }

  private func expect(_ expected: IngestError, for upload: Data) async {
    let error = await refusal(of: upload)
    switch (error, expected) {
    case (.tooShort(let measured), .tooShort(let seconds)): #expect(abs(measured - seconds) < 0.1)
    default: #expect(error == expected)
    }
  }

  /// What the normaliser threw; nothing of the upload may stay behind, in the folder or among the processes.
  private func refusal(of upload: Data, limits: IngestLimits = IngestLimits()) async -> IngestError? {
    await #expect(throws: IngestError.self) {
      let folder = try TemporaryFolder()
      let file = try folder.write(upload, as: "upload.mp3")
      let normalizer = try await SampleNormalizer(limits: limits)
      defer {
        #expect((try? folder.contents) == ["upload.mp3"])
        #expect((try? Processes.count(inFolder: folder.path)) == 0)
      }
      _ = try await normalizer.normalize(file.path, workDirectory: folder.path)
    }
  }

  private func wav(_ options: [String] = []) -> [String] { options + ["-ac", "1", "-ar", "16000", "-f", "wav"] }

  private func generated(_ source: String) throws -> Data {
    try Tool.ffmpeg(["-f", "lavfi", "-i", source, "-ac", "1", "-ar", "44100", "-f", "wav", "pipe:1"]).output
  }
}
