import AudioCodecs

/// A note of the provider's own MP3 frames, untouched, behind our tag instead of theirs.
package final class PassedThroughNote: NoteRenderer {
  private var tagger: NoteTagger
  private var scanner = MP3FrameScanner()
  /// What came before the first whole frame.
  private var held: [UInt8] = []

  /// No provider's first frame lies further behind than this.
  private static let heldByteLimit = 65_536

  /// - Parameter tag: put in front; the provider's own marks of origin join it.
  package init(tag: ID3Tag) {
    tagger = NoteTagger(tag: tag, speech: .mp3)
  }

  /// - Returns: nothing before the first whole frame of audio.
  package func feed(_ bytes: [UInt8]) throws(AudioCodecError) -> [UInt8] {
    let frames = tagger.strip(bytes)
    scanner.scan(frames)
    guard scanner.frameCount > 0 else { return try hold(frames) }
    defer { held = [] }
    return tagger.takeTag() + held + frames
  }

  private func hold(_ bytes: [UInt8]) throws(AudioCodecError) -> [UInt8] {
    held += bytes
    guard held.count <= Self.heldByteLimit else { throw AudioCodecError(.malformed, "no MP3 frame was found") }
    return []
  }

  package func finish() throws(AudioCodecError) -> [UInt8] {
    guard scanner.endsWithWholeFrame else { throw AudioCodecError(.truncated, "the last frame is not whole") }
    guard scanner.hasSound else { throw AudioCodecError(.silent, "no frame has sound") }
    return []
  }

  package var durationSeconds: Double { scanner.durationSeconds }
}
