import AudioCodecs
import AudioLoudness
import Capabilities
import Crypto

/// Brings a recording to the wanted loudness, first as PCM, then as an encoded file.
struct SampleLeveller {
  /// The limiter takes loudness away and the encoder adds peaks, so a few rounds are needed; each gets closer.
  private static let rounds = 5
  /// The PCM is brought closer than the file has to be.
  private static let pcmTolerance = 0.05

  let recording: EditedRecording
  let limits: IngestLimits

  /// The levelling whose PCM is normalised, and that PCM's hash.
  func levelPCM() throws(IngestError) -> (levelling: Levelling, hash: String, sampleCount: Int) {
    var levelling = Levelling(gain: limits.loudness - (try measureUnlevelled()), ceiling: limits.truePeak - 0.3)
    for _ in 1...Self.rounds {
      let attempt = try renderPCM(levelling)
      if attempt.loudness.meets(limits, within: Self.pcmTolerance) { return (levelling, attempt.hash, attempt.count) }
      levelling.correct(attempt.loudness, limits: limits)
    }
    let last = try renderPCM(levelling)
    return (levelling, last.hash, last.count)
  }

  /// Writes the MP3 and measures what a player will hear.
  /// - Throws: `unreadable` for sound that no gain brings within the limits.
  func encode(_ start: Levelling, to path: String) throws(IngestError) -> Loudness {
    var levelling = start
    for _ in 1...Self.rounds {
      let file = try EncodedFile(path: path)
      try levelling.render(recording) { samples throws(IngestError) in try file.write(samples) }
      let loudness = try file.finish()
      if loudness.meets(limits, within: limits.loudnessTolerance) { return loudness }
      levelling.correct(loudness, limits: limits)
    }
    throw .unreadable
  }

  private func measureUnlevelled() throws(IngestError) -> Double {
    let meter = LoudnessMeter(sampleRate: NoteFormat.sampleRate)
    try recording.forEachChunk { samples throws(IngestError) in meter.add(samples) }
    if !meter.integratedLUFS.isFinite { throw .silent }
    return meter.integratedLUFS
  }

  private func renderPCM(
    _ levelling: Levelling
  ) throws(IngestError) -> (loudness: Loudness, hash: String, count: Int) {
    let meter = LoudnessMeter(sampleRate: NoteFormat.sampleRate)
    var hash = SHA256()
    var count = 0
    try levelling.render(recording) { samples throws(IngestError) in
      meter.add(samples)
      hash.update(data: PCM16.bytes(samples))
      count += samples.count
    }
    return (Loudness(meter), hash.finalize().hexadecimal, count)
  }
}
