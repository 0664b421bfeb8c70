import AudioCodecs

/// The rules that a decoded recording has to meet, in the order in which a person can do something about them.
struct RecordingCheck {
  let limits: IngestLimits

  func check(_ analyzer: RecordingAnalyzer, sampleCount: Int) throws(IngestError) {
    let seconds = Double(sampleCount) / Double(NoteFormat.sampleRate)
    if seconds < limits.accepted.lowerBound { throw .tooShort(seconds: seconds) }
    if LevelStatistics(analyzer.levels).top < limits.silenceLevel { throw .silent }
    if limits.requiresSpeech, !SpeechEvidence(levels: analyzer.levels, voiced: analyzer.voiced).isSpeech {
      throw .notSpeech
    }
    if analyzer.amplitudes.shareNearTop > limits.clippedShare { throw .clipped }
  }

  func check(_ plan: SilencePlan) throws(IngestError) {
    let seconds = Double(plan.sampleCount) / Double(NoteFormat.sampleRate)
    if seconds < limits.minimumRemainingSeconds { throw .silent }
  }
}
