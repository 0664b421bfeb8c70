import AudioCodecs

/// Looks at a recording while it is decoded: levels, voicing and amplitudes, 50 frames a second.
struct RecordingAnalyzer {
  /// Samples per frame (20 ms).
  static let frameLength = NoteFormat.sampleRate / 50

  private var pending: [Float] = []
  private var voicing = VoicingDetector()

  /// RMS per frame in dBFS, −120 for digital silence.
  private(set) var levels: [Double] = []
  /// Whether a frame sounds like a voice, that is, repeats itself at 65…400 Hz. May be a few frames shorter.
  var voiced: [Bool] { voicing.voiced }
  private(set) var amplitudes = AmplitudeHistogram()

  mutating func add(_ samples: [Float]) {
    amplitudes.add(samples)
    pending += samples
    var offset = 0
    while pending.count - offset >= Self.frameLength {
      addFrame(at: offset)
      offset += Self.frameLength
    }
    pending.removeFirst(offset)
  }

  private mutating func addFrame(at offset: Int) {
    let frame = pending[offset..<offset + Self.frameLength]
    levels.append(frame.withUnsafeBufferPointer(Level.rms))
    frame.withUnsafeBufferPointer { voicing.add($0) }
  }
}
