import Schemas

/// What a sample asks for, given the clone that there is: decided before anything is changed.
package enum ClonePlan: Sendable, Equatable {
  /// The voice is made from this very sample.
  case skip
  case stub
  /// Make a voice at the provider; the action that it will have been.
  case create(CloneAction)

  /// - Parameter providerClones: whether a provider with voice cloning is configured.
  package init(clone: CloneRecord?, sampleHash: String, providerClones: Bool) {
    let isCurrent = clone?.voiceID != nil && clone?.sampleHash == sampleHash
    guard providerClones else {
      self = isCurrent ? .skip : .stub
      return
    }
    if clone?.heldVoiceID != nil {
      self = isCurrent ? .skip : .create(.updatedReal)
    } else {
      self = .create(clone?.voiceID == nil ? .createdReal : .promotedStub)
    }
  }
}

extension CloneAction {
  /// What the action is called when it did not succeed.
  package var failure: CloneAction {
    switch self {
    case .promotedStub: .promoteFailed
    case .updatedReal: .updateFailed
    default: .createFailed
    }
  }
}
