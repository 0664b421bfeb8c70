import AudioCodecs
import AudioLoudness
import Foundation
import Testing

@Suite struct PCMTests {
  @Test("Samples survive the way to 16 bits and back, and are clipped beyond full scale")
  func convertsBothWays() {
    let bytes = PCM16.bytes([0, 0.5, -0.5, 1.5, -1.5])

    #expect(PCM16.samples(bytes) == [0, 0.5, -0.5, 32_767 / 32_768, -1])
  }

  @Test("A stream may be cut inside a sample")
  func joinsHalves() {
    let bytes = PCM16.bytes([0.25, -0.75, 0.125])
    var stream = PCM16Stream()

    let samples = bytes.chunks(of: 1).flatMap { stream.decode($0) }

    #expect(samples == [0.25, -0.75, 0.125])
    #expect(stream.endsWithWholeSample)
  }

  @Test("A WAV header is found as soon as it is whole")
  func readsHeaders() throws {
    let file = [UInt8](try Samples.speechFile(["-t", "1", "-ac", "1", "-ar", "22050", "-f", "wav"]))
    let expected = try #require(try WAVHeader.parse(file))

    #expect(expected.sampleRate == 22_050)
    #expect(expected.channels == 1)
    #expect(expected.bitsPerSample == 16)
    for length in 0..<expected.dataOffset { #expect(try WAVHeader.parse(Array(file.prefix(length))) == nil) }
  }

  @Test("What is no WAV is refused")
  func refusesOthers() {
    #expect(throws: AudioCodecError.self) { try WAVHeader.parse(Array("RIFF....AVI LIST....".utf8)) }
    #expect(throws: AudioCodecError.self) { try WAVHeader.parse(Array("<html><body></body>".utf8)) }
  }

  @Test("Resampling keeps level, pitch and length", arguments: [16_000, 22_050, 24_000, 48_000])
  func resamples(rate: Int) throws {
    let tone = (0..<rate * 2).map { 0.5 * Float(sin(Double($0) * 1000 * 2 * .pi / Double(rate))) }
    let resampler = try Resampler(from: rate, to: 44_100)

    let resampled = tone.chunks(of: 700).flatMap { resampler.resample($0) }

    #expect(abs(resampled.count - 88_200) <= 2)
    let steady = resampled[4410..<83_790]
    #expect(abs(Samples.rmsLevel(steady) - Samples.rmsLevel(tone)) < 0.05)
    let crossings = zip(steady, steady.dropFirst()).count { $0 < 0 && $1 >= 0 }
    #expect(abs(crossings - 1800) <= 1)
  }

  @Test("Loudness and true peak are the ones that another meter reads")
  func metersLikeOthers() throws {
    let speech = try Samples.speech(seconds: 12)
    let meter = LoudnessMeter(sampleRate: 44_100)

    for chunk in speech.chunks(of: 1000) { meter.add(chunk) }

    let expected = try Measured(Samples.wav(speech))
    #expect(abs(meter.integratedLUFS - expected.loudnessLUFS) <= 0.15)
    #expect(abs(meter.truePeakDBTP - expected.truePeakDBTP) <= 0.2)
  }
}
