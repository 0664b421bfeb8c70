/// What speaks for a recording being somebody talking.
///
/// Talk is loud and soft by turns several times a second, and changes as often between voiced and voiceless.
/// Measured on six readers, six synthetic voices, machines, water, tones and noises: see the table at
/// ``isSpeech``. Talk in a noisy room passes; a song may pass; noise and instruments do not.
struct SpeechEvidence: Equatable {
  /// Median over whole seconds of (deviation ÷ mean) of the frames' amplitude.
  var levelVariation: Double
  /// Share of voiced frames among the loud ones.
  var voicedShare: Double
  /// How often per second a voiced stretch begins.
  var onsetsPerSecond: Double

  init(levels: [Double], voiced: [Bool]) {
    let loud = LevelStatistics(levels).loudThreshold
    let voices = zip(levels, voiced).map { $0 > loud && $1 }
    let loudCount = zip(levels, voiced).count { level, _ in level > loud }
    let onsets = zip(voices, voices.dropFirst()).count { !$0 && $1 }
    voicedShare = Double(voices.count { $0 }) / Double(max(loudCount, 1))
    onsetsPerSecond = Double(onsets) * 50 / Double(max(voices.count, 1))
    levelVariation = LevelStatistics.medianVariation(levels)
  }

  /// | | readers | synthetic | room with voices | machine, water, noise | tones, plucked string |
  /// | --- | --- | --- | --- | --- | --- |
  /// | levelVariation | 0.56–1.11 | 0.82–0.90 | 0.28 | 0.02–0.16 | 0.00–0.23 |
  /// | voicedShare | 0.48–0.81 | 0.76–0.84 | 0.18 | 0.00 | 1.00 |
  /// | onsetsPerSecond | 2.7–4.6 | 4.9–5.5 | 3.2 | 0.0–0.07 | 0.0 |
  var isSpeech: Bool {
    levelVariation >= 0.3 && (0.2...0.97).contains(voicedShare) && onsetsPerSecond >= 1
  }
}
