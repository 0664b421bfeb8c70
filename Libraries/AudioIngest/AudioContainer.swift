import AudioCodecs

/// The kinds of files that phones and browsers record, told apart by their first bytes alone.
package enum AudioContainer: String, Sendable, CaseIterable {
  case mp3, wav, mp4, adts, ogg, webm, flac

  /// How many bytes from the beginning of a file ``init(start:)`` wants to see.
  package static let startLength = 16

  /// `nil` for anything else, whatever its name or declared type says.
  package init?(start bytes: [UInt8]) {
    let found = Self.allCases.first { $0.begins(bytes) }
    guard let found else { return nil }
    self = found
  }

  /// Whether the larger upload limit applies: the samples are stored without loss.
  package var isLossless: Bool { self == .wav || self == .flac }

  private func begins(_ bytes: [UInt8]) -> Bool {
    switch self {
    case .mp3: bytes.starts(with: "ID3".utf8) || MP3FrameHeader(bytes) != nil
    case .wav: bytes.starts(with: "RIFF".utf8) && bytes.dropFirst(8).starts(with: "WAVE".utf8)
    case .mp4: bytes.dropFirst(4).starts(with: "ftyp".utf8)
    case .adts: bytes.count > 1 && bytes[0] == 0xFF && bytes[1] & 0xF6 == 0xF0
    case .ogg: bytes.starts(with: "OggS".utf8)
    case .webm: bytes.starts(with: [0x1A, 0x45, 0xDF, 0xA3])
    case .flac: bytes.starts(with: "fLaC".utf8)
    }
  }
}
