/// One value of `output_format`.
struct OutputFormat: Sendable, Hashable {
  enum Codec: String, Sendable { case mp3, pcm, wav, opus, ulaw, alaw, aac }

  var name: String
  var codec: Codec
  var sampleRate: Int
  /// In kbit/s; nil for uncompressed ones.
  var bitRate: Int?

  static let all = mp3s + uncompressed(.pcm) + uncompressed(.wav) + opus + telephony + [aac]
  static let standard = mp3(44_100, 128)

  private static let mp3s = [
    mp3(22_050, 32), mp3(24_000, 48), mp3(44_100, 32), mp3(44_100, 64), mp3(44_100, 96), mp3(44_100, 128),
    mp3(44_100, 192),
  ]
  private static let opus = [32, 64, 96, 128, 192].map { (kilobits: Int) in
    OutputFormat(name: "opus_48000_\(kilobits)", codec: .opus, sampleRate: 48_000, bitRate: kilobits)
  }
  private static let telephony = [Codec.ulaw, .alaw].map { (codec: Codec) in
    OutputFormat(name: "\(codec.rawValue)_8000", codec: codec, sampleRate: 8_000)
  }
  private static let aac = OutputFormat(name: "m4a_aac_44100_128", codec: .aac, sampleRate: 44_100, bitRate: 128)

  private static func uncompressed(_ codec: Codec) -> [OutputFormat] {
    [8_000, 16_000, 22_050, 24_000, 32_000, 44_100, 48_000].map { (rate: Int) in
      OutputFormat(name: "\(codec.rawValue)_\(rate)", codec: codec, sampleRate: rate)
    }
  }

  private static func mp3(_ rate: Int, _ kilobits: Int) -> OutputFormat {
    OutputFormat(name: "mp3_\(rate)_\(kilobits)", codec: .mp3, sampleRate: rate, bitRate: kilobits)
  }

  /// The lowest plan that may ask for it; nil: every plan.
  var leastTier: String? {
    switch codec {
    case .mp3: bitRate == 192 ? "creator" : nil
    case .pcm, .wav: sampleRate == 44_100 ? "pro" : nil
    case .opus, .ulaw, .alaw, .aac: nil
    }
  }

  var contentType: String {
    switch codec {
    case .mp3: "audio/mpeg"
    case .pcm: "audio/pcm"
    case .wav: "audio/wav"
    case .opus: "audio/ogg"
    case .ulaw, .alaw: "audio/basic"
    case .aac: "audio/mp4"
    }
  }
}
