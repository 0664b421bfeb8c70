import AudioCodecs
import AudioMixing
import Foundation
import Testing

@Suite struct PassedThroughNoteTests {
  @Test("The provider's frames pass untouched behind our tag", arguments: [1, 500, 1 << 20])
  func keepsTheFrames(size: Int) throws {
    let frames = try Samples.speechMP3(seconds: 1, options: ["-id3v2_version", "0"])
    let theirs = ID3Tag(title: "theirs", texts: [("C2PA", "urn:1")])
    let ours = ID3Tag(title: "ours", texts: [("AI", "true")])
    let note = PassedThroughNote(tag: ours)

    let bytes = try (theirs.bytes + frames).chunks(of: size).flatMap { try note.feed($0) } + note.finish()

    let tag = ID3Tag(frames: ours.frames + theirs.provenanceFrames)
    #expect(bytes == tag.bytes + frames)
    #expect(try abs(note.durationSeconds - Probe.duration(frames)) < 0.06)
  }

  @Test("Nothing comes out of bytes that hold no frame, and soon they are an error")
  func holdsBackWhatIsNoAudio() throws {
    let note = PassedThroughNote(tag: ID3Tag(title: "ours"))
    let page = Array("<html>The service is busy.</html>".utf8)

    #expect(try note.feed(page).isEmpty)
    let error = #expect(throws: AudioCodecError.self) { for _ in 0..<2000 { _ = try note.feed(page) } }

    #expect(error?.code == .malformed)
  }

  @Test(
    "Silence is an error at the end, whatever frames it is in",
    arguments: [["-ar", "44100", "-ac", "1"], ["-ar", "44100", "-ac", "2"], ["-ar", "22050", "-ac", "1"]])
  func refusesSilence(form: [String]) throws {
    let note = PassedThroughNote(tag: ID3Tag(title: "ours"))
    _ = try note.feed(try Samples.speechMP3(seconds: 1, options: form + ["-af", "volume=0"]))

    let error = #expect(throws: AudioCodecError.self) { try note.finish() }

    #expect(error?.code == .silent)
  }

  @Test("A stream that stops inside a frame is an error")
  func refusesCutStreams() throws {
    let note = PassedThroughNote(tag: ID3Tag(title: "ours"))
    _ = try note.feed(Array(try Samples.speechMP3(seconds: 1).dropLast(3)))

    let error = #expect(throws: AudioCodecError.self) { try note.finish() }

    #expect(error?.code == .truncated)
  }
}
