import Schemas
import ServiceHost

/// Voices that stay as long as a performance speaks in them.
package protocol VoiceLeasing: Sendable {
  /// A voice that can speak now; an evicted one is made again first.
  ///
  /// - Throws: `VOICE_CLONE_REQUIRED`, `POOL_BUSY`, `POOL_EXHAUSTED`, `VOICE_ALLOWANCE_EXHAUSTED`, `PROVIDER_…`.
  func lease(_ request: LeaseRequest) async throws -> LeaseAnswer

  /// May be called again, and for a lease that has run out.
  func end(_ leaseID: String) async
}

extension PortKey where Value == any VoiceLeasing {
  package static var voiceLeasing: Self { PortKey("voice.voiceLeasing") }
}
