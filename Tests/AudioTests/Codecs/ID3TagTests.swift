import AudioCodecs
import Foundation
import TestSupport
import Testing

@Suite struct ID3TagTests {
  private let tag = ID3Tag(title: "Recording on 3 May", texts: [("AI-GENERATED", "true"), ("ORIGIN", "voz clónica")])

  @Test("Players read the title and the named texts")
  func isReadByOthers() throws {
    let stream = tag.bytes + (try Samples.speechMP3(seconds: 1, options: ["-id3v2_version", "0"]))

    let tags = try Probe.value("format_tags=title,AI-GENERATED,ORIGIN", of: stream)

    #expect(tags == "Recording on 3 May,true,voz clónica")
  }

  @Test("A tag is taken off and read, however the stream is cut", arguments: [1, 9, 10, 11, 50, 5000])
  func isTakenOff(size: Int) {
    var stripper = ID3TagStripper()

    let rest = (tag.bytes + [0xFF, 0xFB, 1, 2]).chunks(of: size).flatMap { stripper.strip($0) }

    #expect(rest == [0xFF, 0xFB, 1, 2])
    #expect(stripper.tag == tag)
    #expect(stripper.isPastTag)
  }

  @Test("A stream without a tag passes as it is", arguments: [1, 2, 3, 100])
  func passesOthers(size: Int) {
    var stripper = ID3TagStripper()
    let stream = Array("IDEAL".utf8)

    let rest = stream.chunks(of: size).flatMap { stripper.strip($0) } + stripper.finish()

    #expect(rest == stream)
  }

  @Test("A damaged tag gives the frames before the damage, and no crash")
  func survivesDamage() {
    let bytes = tag.bytes

    for length in 0..<bytes.count { #expect(ID3Tag(parsing: Array(bytes.prefix(length))).frames.count <= 3) }
    for index in bytes.indices {
      var damaged = bytes
      damaged[index] = 0xFF
      #expect(ID3Tag(parsing: damaged).frames.count <= 3)
    }
  }

  private static let texts = [(name: "ORIGIN", value: "voz clónica"), (name: "SIGN", value: "ÿ and ÿþ")]

  @Test("Tags of 2.2 and unsynchronised ones are read, and nothing behind them", arguments: RewrittenTag.allCases)
  func readsOtherForms(form: RewrittenTag) {
    let frames = ID3Tag(parsing: form.bytes(Self.texts) + tag.bytes.dropFirst(10)).frames

    #expect(frames.map(\.id) == ["TXXX", "TXXX"])
    #expect(frames.map(\.body) == Self.texts.map(RewrittenTag.body))
  }

  // ffmpeg takes the sizes in an unsynchronised tag of 2.3 for those of 2.4.
  @Test("They are what other players read", arguments: [RewrittenTag.version22, .unsynchronised24])
  func otherFormsAreReadByOthers(form: RewrittenTag) throws {
    let stream = form.bytes(Self.texts) + (try Samples.speechMP3(seconds: 1, options: ["-id3v2_version", "0"]))

    #expect(try Probe.value("format_tags=ORIGIN,SIGN", of: stream) == "voz clónica,ÿ and ÿþ")
  }

  @Test("Marks of origin are told from the encoder's own remarks")
  func findsMarks() {
    let tag = ID3Tag(frames: [.init(id: "TSSE", body: [3]), .init(id: "GEOB", body: [1]), .init(id: "TXXX", body: [2])])

    #expect(tag.provenanceFrames.map(\.id) == ["GEOB", "TXXX"])
  }
}
