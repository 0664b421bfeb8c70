import Schemas
import SpeechProviders

extension SpeechSettings {
  /// The voice's settings for one note, out of the performer's.
  ///
  /// `style` exaggerates a voice's manner. A stable voice gets none of it and the most unstable one 0.3, the most at
  /// which clones of short samples still sound like their owner: `0.3 × (1 − stability)`, to two decimals.
  /// The provider's speaker boost goes with a wish for likeness (`voice_similarity` of at least 0.5).
  package init(_ settings: UserSettings) {
    self.init(
      stability: settings.stability, similarityBoost: settings.voiceSimilarity,
      style: (0.3 * (1 - settings.stability) * 100).rounded() / 100, speakerBoost: settings.voiceSimilarity >= 0.5,
      sex: settings.sex.rawValue)
  }
}
