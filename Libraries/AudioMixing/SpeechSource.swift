import AudioCodecs

/// Decodes a provider's speech to mono samples at the note's rate while it arrives.
struct SpeechSource {
  private enum Decoder {
    case mp3(MP3Decoder)
    case pcm(PCM16Stream)
  }

  private var decoder: Decoder
  private var scanner = MP3FrameScanner()
  private var resampler: Resampler?
  private var hasAudio = false

  init(_ format: SpeechFormat) throws(AudioCodecError) {
    switch format {
    case .mp3: decoder = .mp3(try MP3Decoder())
    case .pcm16(let rate):
      decoder = .pcm(PCM16Stream())
      resampler = try Self.resampler(from: rate)
    }
  }

  mutating func samples(_ bytes: [UInt8]) throws(AudioCodecError) -> [Float] {
    let samples = try decode(bytes)
    hasAudio = hasAudio || !samples.isEmpty
    return resampler?.resample(samples) ?? samples
  }

  /// Whether the speech so far is audio that ends where a frame or a sample ends.
  var isWhole: Bool {
    switch decoder {
    case .mp3: hasAudio && scanner.endsWithWholeFrame
    case .pcm(let stream): hasAudio && stream.endsWithWholeSample
    }
  }

  private mutating func decode(_ bytes: [UInt8]) throws(AudioCodecError) -> [Float] {
    switch decoder {
    case .pcm(var stream):
      defer { decoder = .pcm(stream) }
      return stream.decode(bytes)
    case .mp3(let mp3):
      scanner.scan(bytes)
      let samples = try mp3.decode(bytes)
      if resampler == nil, let rate = mp3.sampleRate { resampler = try Self.resampler(from: rate) }
      return samples
    }
  }

  private static func resampler(from rate: Int) throws(AudioCodecError) -> Resampler? {
    rate == NoteFormat.sampleRate ? nil : try Resampler(from: rate, to: NoteFormat.sampleRate)
  }
}
