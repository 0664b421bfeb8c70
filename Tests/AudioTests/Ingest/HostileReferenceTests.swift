import ChildProcesses
import Foundation
import TestSupport
import Testing

@testable import AudioIngest

/// Files that ask a decoder to open something else: a port of this machine, or one of its files.
@Suite(.serialized) struct HostileReferenceTests {
  private static let starts: [AudioContainer: [UInt8]] = [
    .mp3: Array("ID3".utf8) + [4, 0, 0, 0, 0, 0, 0], .wav: Array("RIFF\0\u{10}\0\0WAVE".utf8),
    .mp4: [0, 0, 0, 16] + Array("ftypM4A \0\0\0\0".utf8), .adts: [0xFF, 0xF1, 0x50, 0x80], .ogg: Array("OggS".utf8),
    .webm: [0x1A, 0x45, 0xDF, 0xA3], .flac: Array("fLaC".utf8),
  ]

  /// Playlists, concatenations, manifests, images and session descriptions that refer to `target`.
  private static func references(to target: String) -> [String] {
    [
      "#EXTM3U\n#EXT-X-TARGETDURATION:10\n#EXT-X-MEDIA-SEQUENCE:0\n#EXTINF:10.0,\n\(target)\n#EXT-X-ENDLIST\n",
      "#EXTM3U\n#EXT-X-TARGETDURATION:10\n#EXTINF:10.0,\nconcat:\(target)|\(target)\n#EXT-X-ENDLIST\n",
      "#EXTM3U\n#EXT-X-KEY:METHOD=AES-128,URI=\"\(target)\"\n#EXT-X-TARGETDURATION:1\n#EXTINF:1,\n\(target)\n",
      "ffconcat version 1.0\nfile '\(target)'\n", "file '\(target)'\nfile '\(target)'\n",
      "<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\"><image href=\"\(target)\"/></svg>",
      "<?xml version=\"1.0\"?><MPD xmlns=\"urn:mpeg:dash:schema:mpd:2011\" type=\"static\"><Period><AdaptationSet "
        + "mimeType=\"audio/mp4\"><Representation id=\"1\"><BaseURL>\(target)</BaseURL></Representation>"
        + "</AdaptationSet></Period></MPD>",
      "v=0\no=- 0 0 IN IP4 127.0.0.1\ns=x\nc=IN IP4 127.0.0.1\nt=0 0\nm=audio 9 RTP/AVP 0\na=control:\(target)\n",
      "<asx version=\"3.0\"><entry><ref href=\"\(target)\"/></entry></asx>", "[playlist]\nFile1=\(target)\n",
    ]
  }

  @Test("The same playlist makes an unguarded decoder connect, so the trap works")
  func trapWorks() throws {
    let trap = LoopbackTrap()
    let playlist = Self.references(to: "http://127.0.0.1:\(trap.port)/a.ts")[0]

    _ = try Tool.run(
      [
        "ffmpeg", "-nostdin", "-rw_timeout", "300000", "-protocol_whitelist", "pipe,http,tcp", "-i", "pipe:0", "-f",
        "null", "-",
      ],
      input: Data(playlist.utf8))

    #expect(trap.connectionCount() > 0)
  }

  @Test("No upload makes us connect anywhere or read another file, whatever it begins with")
  func opensNothing() async throws {
    let trap = LoopbackTrap()
    let secret = try Secret()
    let normalizer = try await SampleNormalizer()
    for text in Self.allReferences(trap, secret).filter({ $0.contains("EXTM3U") || $0.contains("ffconcat") }) {
      for start in [[]] + Self.starts.values {
        let folder = try TemporaryFolder()
        let upload = try folder.write(Data(start + Array(text.utf8)), as: "upload")

        await #expect(throws: IngestError.self) {
          try await normalizer.normalize(upload.path, workDirectory: folder.path)
        }
        #expect(try folder.contents == ["upload"])
      }
    }
    #expect(trap.connectionCount() == 0)
  }

  @Test("The decoder by itself, with the network at hand, opens nothing either", arguments: AudioContainer.allCases)
  func decoderOpensNothing(container: AudioContainer) async throws {
    let trap = LoopbackTrap()
    let secret = try Secret()
    let decoder = DecoderCommand(ffmpeg: try #require(ProgramPath.find("ffmpeg")), container: container)
    for text in Self.allReferences(trap, secret) {
      let folder = try TemporaryFolder()
      let upload = try folder.write(Data(text.utf8), as: "upload")
      let child = try ChildProcess(
        decoder.command(input: upload.path, workDirectory: folder.path, longest: 2, timeLimit: .seconds(10)))
      var byteCount = 0
      while let bytes = await child.read() { byteCount += bytes.count }

      #expect(byteCount < secret.byteCount / 4, "\(text)")
    }
    #expect(trap.connectionCount() == 0)
  }

  @Test("An MP4 whose sound is said to lie in another file is unreadable")
  func ignoresExternalSound() async throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/upload"
    try Tool.ffmpeg(["-i", SpeechClip.path, "-c:a", "aac", "-movflags", "+faststart", "-f", "mp4", path])
    var bytes = [UInt8](try Data(contentsOf: folder.url("upload")))
    let entry = try #require(Data(bytes).range(of: Data("url \0\0\0\u{1}".utf8)))
    bytes[entry.upperBound - 1] = 0
    try folder.write(Data(bytes), as: "upload")

    _ = try? await SampleNormalizer().normalize(path, workDirectory: folder.path)

    #expect(try Processes.count(inFolder: folder.path) == 0)
  }

  private static func allReferences(_ trap: LoopbackTrap, _ secret: Secret) -> [String] {
    let targets = ["http://127.0.0.1:\(trap.port)/a.ts", secret.path]
    return targets.flatMap(references)
  }

  /// A readable recording of somebody else's: were it opened, its sound would come out.
  private struct Secret {
    private let folder: TemporaryFolder
    var path: String { folder.path + "/secret.wav" }
    let byteCount = 2 * 44_100 * 4

    init() throws {
      folder = try TemporaryFolder()
      try Tool.ffmpeg(["-i", SpeechClip.path, "-t", "2", "-ac", "1", "-ar", "44100", folder.path + "/secret.wav"])
    }
  }
}
