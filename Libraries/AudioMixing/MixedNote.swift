import AudioCodecs

/// A note with a room around the words: decode, mix, limit, encode, in one stream and constant memory.
package final class MixedNote: NoteRenderer {
  /// In dBTP. Leaves the encoder's overshoot under full scale; speech is rarely that loud, so the limiter
  /// normally does nothing.
  static let ceiling = -1.5

  private var tagger: NoteTagger
  private var source: SpeechSource
  private var room: VoiceOverRoom?
  private var limiter = PeakLimiter(ceiling: ceiling)
  private let encoder: MP3Encoder
  private var scanner = MP3FrameScanner()
  private var lead: [UInt8]?
  private var hasSpoken = false
  private var isAudible = false
  /// Full scale is 1; nobody hears speech whose peaks lie below -60 dBFS.
  private static let audiblePeak: Float = 0.001

  /// - Parameters:
  ///   - room: `nil` for speech that only has to be encoded.
  ///   - tag: put in front; the provider's own marks of origin join it.
  package init(speech: SpeechFormat, room: VoiceOverRoom?, tag: ID3Tag) throws(AudioCodecError) {
    source = try SpeechSource(speech)
    tagger = NoteTagger(tag: tag, speech: speech)
    encoder = try MP3Encoder()
    self.room = room
  }

  /// Encodes the room before the words ahead of time, while the provider is still thinking. Optional.
  package func prepare() throws(AudioCodecError) {
    if lead != nil { return }
    lead = try encode(room?.start() ?? [])
  }

  /// - Returns: nothing before the first sample of speech could be decoded.
  package func feed(_ bytes: [UInt8]) throws(AudioCodecError) -> [UInt8] {
    let speech = try source.samples(tagger.strip(bytes))
    hasSpoken = hasSpoken || !speech.isEmpty
    isAudible = isAudible || speech.contains { abs($0) > Self.audiblePeak }
    guard hasSpoken else { return [] }
    let tag = tagger.takeTag()
    let mixed = try takeLead() + encode(room?.mix(speech) ?? speech)
    scanner.scan(mixed)
    return tag + mixed
  }

  package func finish() throws(AudioCodecError) -> [UInt8] {
    guard source.isWhole, hasSpoken else { throw AudioCodecError(.truncated, "the speech is not whole") }
    guard isAudible else { throw AudioCodecError(.silent, "no sample of the speech is audible") }
    let tail = try encode(room?.finish() ?? [])
    let end = try tail + encoder.encode(limiter.finish()) + encoder.finish()
    scanner.scan(end)
    return end
  }

  package var durationSeconds: Double { scanner.durationSeconds }

  private func takeLead() throws(AudioCodecError) -> [UInt8] {
    try prepare()
    defer { lead = [] }
    return lead ?? []
  }

  private func encode(_ samples: [Float]) throws(AudioCodecError) -> [UInt8] {
    try encoder.encode(limiter.process(samples))
  }
}
