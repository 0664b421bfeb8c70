import PerformCore
import Testing

@Suite("An MP3 without its tags")
struct UntaggedMP3Tests {
  /// Two silent frames of 128 kbit/s at 44.1 kHz.
  private let frames = Array(Array(repeating: Self.frame, count: 2).joined())
  private static let frame: [UInt8] = [0xFF, 0xFB, 0x90, 0x64] + Array(repeating: 0, count: 413)
  private let id3v1 = Array("TAG".utf8) + Array(repeating: UInt8(0x20), count: 125)

  private func audio(of file: [UInt8]) -> [UInt8] { Array(UntaggedMP3(file).audio) }

  private func id3v2(_ body: [UInt8]) -> [UInt8] {
    Array("ID3".utf8) + [4, 0, 0, 0, 0, UInt8(body.count >> 7), UInt8(body.count & 0x7F)] + body
  }

  private func ape(_ body: [UInt8]) -> [UInt8] {
    let size = body.count + 32
    return body + Array("APETAGEX".utf8) + [0xD0, 7, 0, 0, UInt8(size & 0xFF), UInt8(size >> 8), 0, 0]
      + Array(repeating: 0, count: 16)
  }

  @Test("Tags at both ends are no part of it, alone, in a row and with padding")
  func tags() {
    let padded = id3v2(Array(repeating: 0, count: 2_000))
    let starts: [[UInt8]] = [[], id3v2([]), padded, padded + id3v2([0])]
    let ends: [[UInt8]] = [[], id3v1, ape(Array("Title".utf8)), ape([]) + id3v1]
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
    let ends: [[UInt8]] = [ape(frames), ape(frames) + id3v1, Array("TAG".utf8), ape([]) + [0]]
    for end in ends {
      #expect(audio(of: frames + end).count > frames.count)
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
