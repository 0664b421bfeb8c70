import PerformCore
import Testing

@Suite("An MP3 without its tags")
struct UntaggedMP3Tests {
  /// Two silent frames of 128 kbit/s at 44.1 kHz.
  private let frames = Array(Array(repeating: Self.frame, count: 2).joined())
  private static let frame: [UInt8] = [0xFF, 0xFB, 0x90, 0x64] + Array(repeating: 0, count: 413)
  private let id3v1 = TrailingTag.id3v1(Array(repeating: 0x20, count: 125))

  private func audio(of file: [UInt8]) -> [UInt8] { Array(UntaggedMP3(file).audio) }

  private func id3v2(_ body: [UInt8]) -> [UInt8] {
    Array("ID3".utf8) + [4, 0, 0, 0, 0, UInt8(body.count >> 7), UInt8(body.count & 0x7F)] + body
  }

  @Test("Tags at both ends are no part of it, alone, in a row and with padding")
  func tags() {
    let padded = id3v2(Array(repeating: 0, count: 2_000))
    let starts: [[UInt8]] = [[], id3v2([]), padded, padded + id3v2([0])]
    let texts = [Array("Title".utf8), [0xFF, 0xE0, 0, 16], [0xFF, 0xE1, 0, 16], [0xFF, 0xDB, 0, 67]]
    let ends: [[UInt8]] = [[], id3v1, TrailingTag.ape([]) + id3v1] + texts.map(TrailingTag.ape)
    for start in starts {
      for end in ends {
        #expect(audio(of: start + frames + end) == frames)
      }
    }
  }

  @Test("An encoder's info frame is no part of it")
  func infoFrame() {
    var info = Self.frame
    info.replaceSubrange(36..<40, with: "Info".utf8)

    #expect(audio(of: info + frames) == frames)
  }

  @Test("Frames that somebody hid in a tag, and whatever else stands behind the frames, belong to it")
  func hidden() {
    let layerTwo: [UInt8] = [0xFF, 0xF5, 0x24, 0xC0]
    let freeFormat: [UInt8] = [0xFF, 0xFF, 0x04, 0xC0]
    let tags = [frames, layerTwo, freeFormat].map(TrailingTag.ape)
    let short = TrailingTag.id3v1(layerTwo + Array(repeating: 0, count: 121))
    let torn = TrailingTag.id3v1(Array(repeating: 0, count: 124) + [0xFF]) + TrailingTag.ape([0xF5, 0x24, 0xC0])
    for end in tags + [short, torn, TrailingTag.ape(frames) + id3v1, Array("TAG".utf8), TrailingTag.ape([]) + [0]] {
      #expect(audio(of: frames + end).count > frames.count)
    }
  }

  @Test("Padding may stand before the first frame; where something else stands there, there is no audio to compare")
  func prefixed() {
    let layerTwo: [UInt8] = [0xFF, 0xF5, 0x24, 0xC0] + Array(repeating: 0, count: 100)
    var (malformed, unsized) = (id3v2([0]), id3v2([0]))
    (malformed[3], unsized[9]) = (0xFF, 0x81)
    let padding: [UInt8] = Array(repeating: 0, count: 100_000)

    #expect(audio(of: padding + frames) == frames && audio(of: id3v2([0]) + padding + frames) == frames)
    for start in [layerTwo, id3v2([0]) + layerTwo, padding + layerTwo, malformed, unsized] {
      #expect(audio(of: start + frames).isEmpty)
    }
  }

  @Test("What is no MP3 holds no audio, however many tags it has")
  func nothing() {
    let tags = Array(Array(repeating: id3v2([]), count: 10_000).joined())
    let files: [[UInt8]] = [[], id3v2([]), id3v1, tags, Array(repeating: 0x20, count: 100_000)]
    for file in files {
      #expect(audio(of: file).isEmpty)
    }
  }
}
