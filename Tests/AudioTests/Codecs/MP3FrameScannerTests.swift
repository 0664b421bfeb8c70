import AudioCodecs
import Foundation
import Testing

@Suite struct MP3FrameScannerTests {
  @Test(
    "The duration is the one that decoding gives",
    arguments: [
      ["-b:a", "128k"], ["-q:a", "4"], ["-ar", "22050", "-b:a", "32k"], ["-ar", "48000", "-b:a", "64k"],
      ["-ar", "8000", "-b:a", "8k"], ["-write_xing", "0", "-id3v2_version", "0"],
    ])
  func findsTheDuration(options: [String]) throws {
    let stream = [UInt8](try Samples.speechFile(["-t", "5", "-ac", "1"] + options + ["-f", "mp3"]))
    var scanner = MP3FrameScanner()

    for chunk in stream.chunks(of: 777) { scanner.scan(chunk) }

    #expect(abs(scanner.durationSeconds - 5) < 0.2)
    #expect(scanner.endsWithWholeFrame)
  }

  @Test("A stream that stops inside a frame is not whole", arguments: [1, 2, 200, 416])
  func seesTheCut(missing: Int) throws {
    let stream = try Samples.speechMP3(seconds: 1)
    var scanner = MP3FrameScanner()

    scanner.scan(Array(stream.dropLast(missing)))

    #expect(!scanner.endsWithWholeFrame)
  }

  @Test("A stream without a frame has no duration and is not whole")
  func findsNothingInText() {
    var scanner = MP3FrameScanner()

    scanner.scan(Array("{\"detail\":\"not audio\"}".utf8))

    #expect(scanner.durationSeconds == 0)
    #expect(!scanner.endsWithWholeFrame)
  }
}
