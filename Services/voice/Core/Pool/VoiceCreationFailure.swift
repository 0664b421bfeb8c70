import SpeechProviders

/// Why a voice was not made.
package struct VoiceCreationFailure: Error, Sendable {
  package enum Reason: Sendable {
    /// Every slot speaks, or is being filled or emptied.
    case poolBusy(retryAfter: Duration)
    /// Not one slot is ours.
    case poolExhausted
    /// The month's additions and edits are used up.
    case allowanceExhausted
    case provider(SpeechError)
    /// The provider made the voice, and wants a person to verify it before it speaks; it was given back.
    case verificationRequired
    /// Something of ours failed. For logs.
    case internalFailure(String)
  }

  package var reason: Reason
  /// The provider may hold the new voice although it never said so.
  package var mayHaveCreated: Bool

  package init(_ reason: Reason, mayHaveCreated: Bool = false) {
    self.reason = reason
    self.mayHaveCreated = mayHaveCreated
  }

  /// How the intent of the creation ends.
  package var settledAs: CreationIntent.Status {
    if mayHaveCreated { return .uncertain }
    if case .verificationRequired = reason { return .refused }
    return .failed
  }
}
