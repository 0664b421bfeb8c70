import Foundation

/// How the room sounds around the words.
package struct RoomSettings: Sendable, Equatable {
  /// 0 (no room) … 1 (8 LU below a voice at −20 LUFS).
  package var volume: Double
  /// Room before the words and after them, in seconds.
  package var leadSeconds: Double
  package var tailSeconds: Double
  /// How long the room takes to come and to go, in seconds, within lead and tail.
  package var fadeInSeconds: Double
  package var fadeOutSeconds: Double

  package init(
    volume: Double, leadSeconds: Double = 0.6, tailSeconds: Double = 0.9, fadeInSeconds: Double = 0.35,
    fadeOutSeconds: Double = 0.6
  ) {
    self.volume = min(max(volume, 0), 1)
    self.leadSeconds = leadSeconds
    self.tailSeconds = tailSeconds
    self.fadeInSeconds = min(fadeInSeconds, leadSeconds)
    self.fadeOutSeconds = min(fadeOutSeconds, tailSeconds)
  }

  /// The factor for a ``BackgroundLoop``: volume to the power of 1.5, so that equal steps of the volume sound
  /// about equal. 1 → 0 dB, 0.5 → −9 dB, 0.3 → −15.7 dB, 0.1 → −30 dB, 0 → nothing.
  package var gain: Float { Float(pow(volume, 1.5)) }
}
