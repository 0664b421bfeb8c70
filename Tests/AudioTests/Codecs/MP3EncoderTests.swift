import AudioCodecs
import Foundation
import Testing

@Suite struct MP3EncoderTests {
  @Test("A note is mono, 44.1 kHz, 128 kbit/s")
  func writesTheNoteFormat() throws {
    let encoder = try MP3Encoder()

    let stream = try encoder.encode(Samples.sine(hertz: 440, seconds: 2)) + encoder.finish()

    let stated = try Probe.value("stream=codec_name,sample_rate,channels,bit_rate", of: stream)
    #expect(stated == "mp3,44100,1,128000")
  }

  @Test("Speech is as loud after encoding as before", arguments: [32, 64, 128, 192])
  func keepsTheLevel(kilobits: Int) throws {
    let speech = try Samples.speech(seconds: 10)
    let encoder = try MP3Encoder(kilobits: kilobits)

    let stream = try speech.chunks(of: 5000).flatMap { try encoder.encode($0) } + encoder.finish()

    let before = try Measured(Samples.wav(speech))
    let after = try Measured(stream)
    #expect(abs(after.loudnessLUFS - before.loudnessLUFS) <= 0.15)
  }

  @Test("A rate that MP3 does not have is refused")
  func refusesOddRates() {
    let error = #expect(throws: AudioCodecError.self) { try MP3Encoder(sampleRate: 7) }

    #expect(error?.code == .unsupported)
  }
}
