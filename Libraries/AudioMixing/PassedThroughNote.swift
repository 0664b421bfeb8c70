import AudioCodecs

/// A note of the provider's own MP3 frames, untouched, behind our tag instead of theirs.
package final class PassedThroughNote: NoteRenderer {
  private var tagger: NoteTagger
  private var scanner = MP3FrameScanner()

  /// - Parameter tag: put in front; the provider's own marks of origin join it.
  package init(tag: ID3Tag) {
    tagger = NoteTagger(tag: tag, speech: .mp3)
  }

  package func feed(_ bytes: [UInt8]) throws(AudioCodecError) -> [UInt8] {
    let frames = tagger.strip(bytes)
    scanner.scan(frames)
    return tagger.takeTag() + frames
  }

  package func finish() throws(AudioCodecError) -> [UInt8] {
    guard scanner.endsWithWholeFrame else { throw AudioCodecError(.truncated, "the last frame is not whole") }
    return []
  }

  package var durationSeconds: Double { scanner.durationSeconds }
}
