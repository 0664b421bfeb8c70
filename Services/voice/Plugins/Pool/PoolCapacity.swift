/// How many slots we may fill.
package struct PoolCapacity: Sendable, Equatable {
  /// Used while the provider's limit cannot be read.
  package static let fallback = 10

  /// `ELEVEN_LABS_POOL_CAPACITY`: lowers, never raises.
  package var configured: Int?
  /// The provider's `voice_limit`.
  package var voiceLimit: Int?
  /// Voices in the account that are not ours.
  package var foreign: Int

  package init(configured: Int?, voiceLimit: Int? = nil, foreign: Int = 0) {
    self.configured = configured
    self.voiceLimit = voiceLimit
    self.foreign = foreign
  }

  package var own: Int {
    max(0, min(configured ?? .max, (voiceLimit ?? Self.fallback) - foreign))
  }
}
