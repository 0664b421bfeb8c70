/// What can happen to a clone.
package enum CloneEvent: Sendable, Equatable {
  /// A sample is kept for the local engine.
  case stubbed(voiceID: String, sampleHash: String)
  /// A creation at the provider begins; its intent is written in the same transaction.
  case begun(intentID: String)
  case made(voiceID: String, provider: String, sampleHash: String, intentID: String)
  /// Another account with the very same samples has a voice, which is taken into use. Stores refuse it where nobody
  /// else holds the voice any more.
  case shared(voiceID: String, provider: String, sampleHash: String)
  case failed(intentID: String)
  /// The pool gave the voice's slot to somebody else.
  case evicted(voiceID: String)
  /// The provider certainly still has the voice: deleting it never reached the provider.
  case evictionUndone(voiceID: String)
  /// The provider does not know the voice.
  case missing(voiceID: String)
  case removed
}

/// What a transition asks for, done in the transaction that stores it.
package enum CloneEffect: Sendable, Equatable {
  /// Put the provider's voice into the deletion queue, unless another account's clone speaks with it.
  case retire(voiceID: String)
  /// Take it out of the queue again.
  case keep(voiceID: String)
}

/// An event that does not fit the clone's state, for example the end of a creation that was overtaken.
package struct CloneTransitionRefused: Error, Sendable, Equatable {
  package var state: String
  package var event: String

  package init(state: String, event: String) {
    self.state = state
    self.event = event
  }
}
