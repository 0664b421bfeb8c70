import Foundation

/// Finds out whether uploaded bytes are playable audio; each file is decoded once.
actor SampleProbe {
  private var known: [UInt64: Double?] = [:]

  /// Seconds of audio; nil when ffmpeg cannot decode it.
  func seconds(of data: Data, hash: UInt64) async -> Double? {
    if let answer = known[hash] { return answer }
    let answer = await Self.decode(data)
    known[hash] = .some(answer)
    return answer
  }

  private static func decode(_ data: Data) async -> Double? {
    let samples = try? await ChildProcess.transform(data, with: "ffmpeg") { input, output in
      ["-v", "error", "-nostdin", "-i", input, "-ac", "1", "-ar", "8000", "-f", "s16le", "-y", output]
    }
    return samples.flatMap { $0.isEmpty ? nil : Double($0.count) / 16_000 }
  }
}
