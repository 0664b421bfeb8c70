import AudioIngest
import Foundation
import TestSupport
import Testing

@Suite("Recordings with a hole, and those that only look odd", .serialized)
struct DamagedUploadTests {
  static let formats: [(name: String, options: [String])] = [
    ("mp3", ["-b:a", "96k", "-f", "mp3"]), ("bare mp3", ["-b:a", "96k", "-write_xing", "0", "-f", "mp3"]),
    ("mp3 of variable rate", ["-q:a", "4", "-f", "mp3"]), ("adts", ["-c:a", "aac", "-f", "adts"]),
    ("opus", ["-c:a", "libopus", "-f", "ogg"]), ("vorbis", ["-c:a", "libvorbis", "-ar", "44100", "-f", "ogg"]),
    ("webm", ["-c:a", "libopus", "-f", "webm"]),
    ("webm without lengths", ["-c:a", "libopus", "-f", "webm", "-live", "1"]),
    ("flac", ["-ac", "1", "-ar", "44100", "-sample_fmt", "s16", "-f", "flac"]),
    ("fragmented mp4", ["-c:a", "aac", "-f", "mp4", "-movflags", "frag_keyframe+empty_moov"]),
  ]

  @Test("Zeros, noise or nothing in the middle of a file make it unreadable", arguments: formats)
  func refusesHoles(format: (name: String, options: [String])) async throws {
    let whole = try Samples.speechFile(format.options)
    for (tenths, content) in [(3, Data(count: 4096)), (5, Data(noise(4096))), (7, Data())] {
      let place = whole.count * tenths / 10
      var damaged = whole
      damaged.replaceSubrange(place..<place + 4096, with: content)

      await #expect(throws: IngestError.unreadable, "\(format.name)") { try await normalize(damaged) }
    }
  }

  @Test("A recording whose last moment was not written any more is accepted", arguments: formats.suffix(4))
  func acceptsCutEnds(format: (name: String, options: [String])) async throws {
    let whole = try Samples.speechFile(format.options)

    let sample = try await normalize(whole.dropLast(1000))

    #expect((47.5...49.2).contains(sample.durationSeconds), "\(format.name)")
  }

  @Test("An MP3 that begins in the middle of a frame and ends in tags is accepted", arguments: [1, 417, 20_003])
  func acceptsOddMP3(missing: Int) async throws {
    let start = try Samples.speechFile(["-b:a", "96k", "-write_xing", "0", "-f", "mp3"]).dropFirst(missing)
    let frame = try #require(start.indices.first { start[$0] == 0xFF && start[$0 + 1] == 0xFB })
    let tags = Data("APETAGEX".utf8) + Data([208, 7, 0, 0, 32, 0, 0, 0]) + Data(count: 16) + Data("TAG".utf8)

    let sample = try await normalize(start[frame...] + tags + Data(repeating: 32, count: 125))

    #expect((47...49.3).contains(sample.durationSeconds))
  }

  @Test("An M4A with an edit list, as phones write it after trimming, is accepted")
  func acceptsEditLists() async throws {
    let folder = try TemporaryFolder()
    try Tool.ffmpeg(["-i", SpeechClip.path, "-c:a", "aac", folder.path + "/whole.m4a"])
    try Tool.ffmpeg(["-ss", "5.123", "-i", folder.path + "/whole.m4a", "-c", "copy", folder.path + "/trimmed.m4a"])

    let sample = try await normalize(Data(contentsOf: folder.url("trimmed.m4a")))

    #expect(abs(sample.durationSeconds - 44) < 0.3)
  }

  @Test("An MP4 whose index points beside the sound is unreadable, however much comes before")
  func refusesShiftedIndex() async throws {
    let folder = try TemporaryFolder()
    try Tool.ffmpeg(["-i", SpeechClip.path, "-c:a", "aac", "-movflags", "+faststart", folder.path + "/whole.m4a"])
    var shifted = try Data(contentsOf: folder.url("whole.m4a"))
    shifted.removeSubrange(shifted.count * 7 / 10..<shifted.count * 7 / 10 + 4096)

    await #expect(throws: IngestError.unreadable) { try await normalize(shifted) }
  }

  private func normalize(_ upload: Data) async throws -> NormalizedSample {
    let folder = try TemporaryFolder()
    let file = try folder.write(upload, as: "upload")
    return try await SampleNormalizer().normalize(file.path, workDirectory: folder.path)
  }

  private func noise(_ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 2_654_435_761 >> 11) }
  }
}
