import AudioCodecs

/// Puts our tag in front of an arriving stream, in place of the one that an MP3 stream brings.
struct NoteTagger {
  private var stripper: ID3TagStripper?
  private var tag: ID3Tag?

  init(tag: ID3Tag, speech: SpeechFormat) {
    self.tag = tag
    stripper = speech == .mp3 ? ID3TagStripper() : nil
  }

  /// `bytes` without the part that belongs to their tag.
  mutating func strip(_ bytes: [UInt8]) -> [UInt8] { stripper?.strip(bytes) ?? bytes }

  /// Whether it is known where their tag ends, so that the note may begin.
  var isReady: Bool { stripper?.isPastTag ?? true }

  /// Our tag with their marks of origin: once, when ready.
  mutating func takeTag() -> [UInt8] {
    guard var tag, isReady else { return [] }
    tag.frames += stripper?.tag.provenanceFrames ?? []
    self.tag = nil
    return tag.bytes
  }
}
