import Foundation
import ServiceHost

/// Keeps clones, the intents of their creations, and what their changes put into the deletion queue.
package protocol CloneStore: Sendable {
  func clone(of userID: String) async throws -> CloneRecord?

  /// Every clone with a voice at a provider.
  func held() async throws -> [CloneRecord]

  /// Applies event, intent and effects in one transaction.
  ///
  /// - Throws: ``CloneTransitionRefused``; nothing is then changed.
  @discardableResult
  func apply(_ change: CloneChange) async throws -> CloneRecord?

  func touch(_ userID: String, at: Date) async throws

  /// When creations of this user began, oldest first, without those that failed before the provider was reached.
  func creations(of userID: String, since: Date) async throws -> [Date]

  /// Creations whose end is not known: `open` or `uncertain`.
  func unsettledIntents() async throws -> [CreationIntent]
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
