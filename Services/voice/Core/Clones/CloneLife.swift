import Schemas
import ServiceHost

/// What other plugins may ask of a user's clone.
package protocol CloneLife: Sendable {
  /// Whether the operator lets this account clone a voice; `VOICE_CLONING_DISABLED` otherwise.
  func requirePermission(_ userID: String) async throws

  /// Makes the clone match the active sample, where it does not yet; a failure names its `clone_action`.
  func followSample(of userID: String) async throws -> CloneOutcome

  /// Forgets the clone, every sample and every consent; the provider's voice goes into the deletion queue.
  ///
  /// - Returns: the samples' audio, which nothing refers to any more.
  func remove(_ userID: String) async throws -> [BlobID]

  /// A sample is gone, and with it the consent to a voice made from it: such a voice is given back, and made anew from
  /// what is left when it is needed.
  func forgetSample(_ hash: String, of userID: String) async throws

  func clone(of userID: String) async throws -> CloneRecord?

  /// Whether the provider holds the voice in one of our slots.
  func isInPool(_ clone: CloneRecord) async -> Bool
}

extension PortKey where Value == any CloneLife {
  package static var cloneLife: Self { PortKey("voice.cloneLife") }
}

package struct CloneOutcome: Sendable, Equatable {
  package var action: CloneAction
  package var clone: CloneRecord

  package init(action: CloneAction, clone: CloneRecord) {
    self.action = action
    self.clone = clone
  }
}
