import Foundation
import ServiceHost

/// Keeps clones, the intents of their creations, and what their changes put into the deletion queue.
package protocol CloneStore: Sendable {
  func clone(of userID: String) async throws -> CloneRecord?

  /// Every clone with a voice at a provider.
  func held() async throws -> [CloneRecord]

  /// Clones that only the local engine can speak, most recently used first.
  func stubs() async throws -> [CloneRecord]

  /// A voice at a provider that was made of the same samples for another account.
  func voice(madeFrom sampleHash: String, besides userID: String) async throws -> SharedVoice?

  /// Applies event, intent and effects in one transaction.
  ///
  /// - Throws: ``CloneTransitionRefused``; nothing is then changed.
  @discardableResult
  func apply(_ change: CloneChange) async throws -> CloneRecord?

  func touch(_ userID: String, at: Date) async throws

  /// When creations of this user began, oldest first, without those that failed before the provider was reached.
  func creations(of userID: String, since: Date) async throws -> [Date]

  /// Whether the provider gave a voice of these samples back, to be verified by a person first.
  func hasRefused(_ sampleHash: String, of userID: String) async throws -> Bool

  /// Creations whose end is not known: `open` or `uncertain`.
  func unsettledIntents() async throws -> [CreationIntent]

  func intent(_ id: String) async throws -> CreationIntent?
}

/// A provider's voice that more than one account may speak with.
package struct SharedVoice: Sendable, Equatable {
  package var id: String
  /// Speech plugin that holds it.
  package var provider: String

  package init(id: String, provider: String) {
    self.id = id
    self.provider = provider
  }

  /// `nil` for a clone without a voice at a provider.
  package init?(_ clone: CloneRecord) {
    guard let id = clone.heldVoiceID, let provider = clone.provider else { return nil }
    self.init(id: id, provider: provider)
  }
}

extension CloneStore {
  /// - Returns: whether the event fitted; where not, nothing is changed.
  @discardableResult
  package func applyIfFitting(_ change: CloneChange) async throws -> Bool {
    do {
      try await apply(change)
      return true
    } catch is CloneTransitionRefused {
      return false
    }
  }

  /// Applies the change, or its intent's part alone where the event does not fit.
  package func settle(_ change: CloneChange) async throws {
    if try await applyIfFitting(change) { return }
    var rest = change
    rest.event = nil
    try await apply(rest)
  }
}

extension PortKey where Value == any CloneStore {
  package static var cloneStore: Self { PortKey("voice.cloneStore") }
}

/// One atomic change of what is stored about a clone.
package struct CloneChange: Sendable {
  package enum IntentChange: Sendable {
    case open(CreationIntent)
    case settle(id: String, CreationIntent.Status)
  }

  package var userID: String
  package var event: CloneEvent?
  package var intent: IntentChange?
  package var at: Date

  package init(userID: String, event: CloneEvent?, intent: IntentChange? = nil, at: Date) {
    self.userID = userID
    self.event = event
    self.intent = intent
    self.at = at
  }
}
