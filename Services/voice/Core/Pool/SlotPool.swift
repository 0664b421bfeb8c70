import Foundation
import ServiceHost

/// The provider's voice slots, shared by all users (V6). Only present where a provider clones.
package protocol SlotPool: Sendable {
  /// `ensure_capacity_then_create`: makes room if it must, creates the voice, names it after its own id.
  ///
  /// - Returns: the provider's id of the new voice, which is in the pool.
  /// - Throws: ``VoiceCreationFailure``.
  func create(_ order: VoiceOrder) async throws(VoiceCreationFailure) -> String

  /// Protects the voice from deletion; `nil` where the pool does not hold it (any more).
  func lease(_ voiceID: String) async -> SlotLease?

  func endLease(_ id: String) async

  /// Stops leasing a voice that is in the deletion queue.
  func retire(_ voiceID: String) async

  /// As ``retire(_:)``, unless other accounts speak with the voice.
  func leave(_ voiceID: String, of userID: String) async

  /// Another account speaks with the voice as well from now on; `false` where the pool does not hold it (any more).
  func share(_ voiceID: String, with userID: String) async -> Bool

  /// Slots that a new voice may take without anybody losing theirs; `nil` for any number.
  func freeSlots() async -> Int?

  /// Makes it the most recently used one; `nil` where the pool does not hold it.
  func touch(_ voiceID: String) async -> PoolPosition?

  func contains(_ voiceID: String) async -> Bool
}

extension PortKey where Value == any SlotPool {
  package static var slotPool: Self { PortKey("voice.slotPool") }
}

/// A voice to be made.
package struct VoiceOrder: Sendable, Equatable {
  /// Of the intent that was written for it.
  package var intentID: String
  package var userID: String
  /// The provider's account is charged for it, so the samples' files have to be there.
  package var samplePaths: [String]

  package init(intentID: String, userID: String, samplePaths: [String]) {
    self.intentID = intentID
    self.userID = userID
    self.samplePaths = samplePaths
  }
}

package struct SlotLease: Sendable, Equatable {
  package var id: String
  package var expiresAt: Date

  package init(id: String, expiresAt: Date) {
    self.id = id
    self.expiresAt = expiresAt
  }
}

package struct PoolPosition: Sendable, Equatable {
  /// 0 is the most recently used.
  package var position: Int
  package var size: Int

  package init(position: Int, size: Int) {
    self.position = position
    self.size = size
  }
}
