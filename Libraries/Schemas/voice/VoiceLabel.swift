/// What is said about a voice that imitates instead of cloning.
package struct VoiceLabel: Sendable, Equatable {
  package enum Quality: String, Sendable, Codable {
    /// Follows a person's pitch and tone; is no copy.
    case approximate
  }

  package var source: VoiceSource
  package var quality: Quality
  /// Name of the engine that speaks.
  package var engine: String
  /// For people.
  package var notice: String

  /// The local engine's.
  package static let local = VoiceLabel(
    source: .localMatched, quality: .approximate, engine: "espeak-ng",
    notice: "Local voice, matched in pitch and tone to your recording. It is not a copy of your voice.")
}
