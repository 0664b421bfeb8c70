import AudioIngest
import Foundation
import TestSupport

/// Compares making a sample with what ffmpeg alone does for it: `ingest-benchmark [rounds]`.
///
/// Both turn the same minute of WebM/Opus into an MP3 (mono 44.1 kHz 128 kbit/s) at −20 LUFS and at most −3 dBTP;
/// ffmpeg by `loudnorm` in two passes, we with all checks, trimming, hash and voice profile. Prints the best round of
/// each in wall-clock and processor time, their ratio, and how much memory one and four samples at once take: in this
/// process, and in the real service as the largest uploads that are allowed.
@main
enum IngestBenchmark {
  static func main() async throws {
    let rounds = CommandLine.arguments.dropFirst().first.flatMap { Int($0) } ?? 5
    let folder = NSTemporaryDirectory() + "ingest-benchmark-\(ProcessInfo.processInfo.processIdentifier)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let clip = folder + "/clip.webm"
    try LoudnormReference.run(["-stream_loop", "1", "-i", SpeechClip.path, "-t", "59.9", "-c:a", "libopus", clip])
    let normalizer = try await SampleNormalizer()
    let ours = try await best(of: rounds) { try await normalize(clip, in: folder, by: normalizer) }
    let reference = try await best(of: rounds) { try LoudnormReference.normalize(clip, to: folder + "/reference.mp3") }
    print("sample: \(ours); ffmpeg loudnorm, two passes: \(reference)")
    print(
      "ratio of wall-clock time \(reference.wall / ours.wall), of processor time \(reference.processor / ours.processor)"
    )
    try await measureMemory(clip, in: folder, by: normalizer)
    try await UploadMemory.report(in: folder)
  }

  private static func best(of rounds: Int, _ work: @Sendable () async throws -> Void) async throws -> Effort {
    var best: Effort?
    for _ in 0..<rounds {
      let effort = try await Effort.of(work)
      if effort.wall < best?.wall ?? .infinity { best = effort }
    }
    return best ?? Effort(wall: 0, processor: 0)
  }

  private static func normalize(_ clip: String, in folder: String, by normalizer: SampleNormalizer) async throws {
    let sample = try await normalizer.normalize(clip, workDirectory: folder)
    try FileManager.default.removeItem(atPath: sample.path)
  }

  private static func measureMemory(_ clip: String, in folder: String, by normalizer: SampleNormalizer) async throws {
    for count in [1, 4] {
      let peak = try await PeakMemory.own.growth {
        try await withThrowingTaskGroup(of: Void.self) { group in
          for _ in 0..<count { group.addTask { try await normalize(clip, in: folder, by: normalizer) } }
          try await group.waitForAll()
        }
      }
      print("\(count) at once: \(peak) kB at most above idle in this process")
    }
  }
}
