import AudioCodecs
import Foundation
import Testing

@Suite struct MP3DecoderTests {
  @Test("The sound is the one that another decoder hears, however the stream is cut", arguments: [113, 4096, 1 << 20])
  func decodesAnyCut(size: Int) throws {
    let stream = try Samples.speechMP3(seconds: 3)
    let expected = try Samples.decoded(stream)
    let decoder = try MP3Decoder()

    let decoded = try stream.chunks(of: size).flatMap { try decoder.decode($0) }

    let delay = try #require(bestDelay(of: decoded, to: expected))
    let difference = zip(decoded.dropFirst(delay), expected).map { $0 - $1 }
    #expect(Samples.rmsLevel(difference) < Samples.rmsLevel(expected) - 60)
    #expect(decoder.sampleRate == 44_100)
  }

  @Test("Bytes that are no MP3 are refused")
  func refusesNoise() throws {
    let decoder = try MP3Decoder()

    let error = #expect(throws: AudioCodecError.self) { try decoder.decode([UInt8](repeating: 0x20, count: 200_000)) }

    #expect(error?.code == .malformed)
  }

  @Test("Stereo is mixed to mono")
  func mixesStereo() throws {
    let stream = try Samples.speechMP3(seconds: 2, options: ["-ac", "2"])

    let decoded = try MP3Decoder().decode(stream)

    #expect(abs(Double(decoded.count) / 44_100 - 2) < 0.1)
  }

  /// Decoders differ in whether they drop the first frame's delay.
  private func bestDelay(of samples: [Float], to expected: [Float]) -> Int? {
    let probe = expected[44_100..<44_400]
    return (0..<3000).min { left, right in
      distance(samples, left, probe) < distance(samples, right, probe)
    }
  }

  private func distance(_ samples: [Float], _ delay: Int, _ probe: ArraySlice<Float>) -> Float {
    zip(samples.dropFirst(44_100 + delay), probe).reduce(0) { $0 + abs($1.0 - $1.1) }
  }
}
