import AudioMixing
import Foundation
import Testing

@Suite struct PeakLimiterTests {
  @Test("Sound below the ceiling leaves exactly as it came")
  func leavesQuietSoundAlone() throws {
    let speech = try Samples.speech(seconds: 5)

    let limited = limit(speech, ceiling: -1)

    #expect(limited == speech)
  }

  @Test("However loud the sound, its true peak stays under the ceiling", arguments: [6.0, 12, 24])
  func holdsTheCeiling(decibels: Double) throws {
    let gain = Float(pow(10, decibels / 20))
    let loud = try Samples.speech(seconds: 5).map { $0 * gain }

    let limited = limit(loud, ceiling: -1.5)

    let measured = try Measured(Samples.wav(limited))
    #expect(measured.truePeakDBTP <= -1.4)
    #expect(measured.truePeakDBTP >= -2.5)
    #expect(limited.count == loud.count)
  }

  @Test("After a peak the gain recovers, and the sound is itself again")
  func recovers() {
    var sound = Samples.sine(hertz: 300, seconds: 3, amplitude: 0.3)
    for index in 44_100..<44_200 { sound[index] *= 5 }

    let limited = limit(sound, ceiling: -1.5)

    #expect(limited[..<43_000] == sound[..<43_000])
    #expect(limited[88_200...] == sound[88_200...])
    #expect(limited[44_100..<44_200].allSatisfy { abs($0) <= 0.8414 })
  }

  @Test("The gain never jumps")
  func movesGently() {
    let loud = Samples.sine(hertz: 100, seconds: 1, amplitude: 0.2) + Samples.sine(hertz: 100, seconds: 1, amplitude: 3)

    let limited = limit(loud, ceiling: -1.5)

    let steps = zip(limited, limited.dropFirst()).map { abs($0 - $1) }
    #expect((steps.max() ?? 1) < 0.05)
  }

  @Test("A sound shorter than the look-ahead comes out whole", arguments: [0, 1, 127, 128, 129, 255, 256, 257])
  func flushesShortSounds(count: Int) {
    let sound = (0..<count).map { Float($0) / 1000 }

    #expect(limit(sound, ceiling: -1) == sound)
  }

  private func limit(_ samples: [Float], ceiling: Double) -> [Float] {
    var limiter = PeakLimiter(ceiling: ceiling)
    return samples.chunks(of: 1001).flatMap { limiter.process($0) } + limiter.finish()
  }
}
