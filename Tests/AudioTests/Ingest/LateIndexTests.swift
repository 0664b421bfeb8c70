import Foundation
import TestSupport
import Testing

@testable import AudioIngest

@Suite struct LateIndexTests {
  @Test("An index behind the sound is moved in front, and the sound stays the same", arguments: ["aac", "alac"])
  func moves(codec: String) throws {
    let folder = try TemporaryFolder()
    let (late, early) = (folder.path + "/late.m4a", folder.path + "/early.m4a")
    try Tool.ffmpeg(["-i", SpeechClip.path, "-t", "5", "-c:a", codec, late])

    try #require(try LateIndex(RecordingFile(path: late))).write(to: early)

    #expect(try LateIndex(RecordingFile(path: early)) == nil)
    let piped = try Tool.ffmpeg(
      ["-f", "mov", "-i", "pipe:0"] + Self.pcm, input: Data(contentsOf: folder.url("early.m4a")))
    #expect(try piped.output == Tool.ffmpeg(["-i", late] + Self.pcm).output)
    #expect(!piped.output.isEmpty)
  }

  @Test("A file whose index stands in front, or that has none, is left alone")
  func leavesAlone() throws {
    let folder = try TemporaryFolder()
    let fast = folder.path + "/fast.m4a"
    try Tool.ffmpeg(["-i", SpeechClip.path, "-t", "5", "-c:a", "aac", "-movflags", "+faststart", fast])
    let bare = try folder.write(Data([0, 0, 0, 8] + Array("mdat".utf8)), as: "bare")

    #expect(try LateIndex(RecordingFile(path: fast)) == nil)
    #expect(try LateIndex(RecordingFile(path: bare.path)) == nil)
  }

  @Test("Boxes in boxes without end, without length and in great numbers are survived")
  func survivesHostileBoxes() throws {
    let depth = 100_000
    let nested = (0..<depth).flatMap { Self.box("moov", length: 8 * (depth - $0)) }
    let files = [
      Self.box("mdat", length: 8) + nested,
      Self.box("mdat", length: 8) + Self.box("moov", length: 16) + Self.box("trak", length: 0),
      (0..<300_000).flatMap { _ in Self.box("free", length: 8) },
      Self.box("mdat", length: 8) + Self.box("moov", length: 24) + Self.box("stco", length: 16) + [
        0, 0, 0, 0, 255, 255, 255, 255,
      ],
      Self.box("mdat", length: 1) + [UInt8](repeating: 255, count: 8),
    ]
    for bytes in files {
      let folder = try TemporaryFolder()
      let path = try folder.write(Data(bytes), as: "file").path

      try LateIndex(RecordingFile(path: path))?.write(to: path + "-moved")
    }
  }

  private static let pcm = ["-f", "s16le", "-ac", "1", "pipe:1"]

  private static func box(_ type: String, length: Int) -> [UInt8] {
    [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: length >> $0) } + Array(type.utf8)
  }
}
