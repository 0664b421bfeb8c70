import Foundation
import Schemas

/// The life of a clone (V5): every change of a ``CloneRecord`` is one call of ``apply(_:at:)``.
package struct CloneStateMachine: Sendable {
  package private(set) var clone: CloneRecord

  package init(_ clone: CloneRecord) {
    self.clone = clone
  }

  /// - Throws: when the event does not fit; the clone is then unchanged.
  package mutating func apply(
    _ event: CloneEvent, at now: Date
  ) throws(CloneTransitionRefused) -> [CloneEffect] {
    var next = self
    let effects = try next.transition(event)
    next.clone.updatedAt = now
    self = next
    return effects
  }

  private mutating func transition(_ event: CloneEvent) throws(CloneTransitionRefused) -> [CloneEffect] {
    switch event {
    case .stubbed(let voiceID, let hash): return stub(voiceID, hash)
    case .begun(let intentID): return begin(intentID)
    case .made(let voiceID, let provider, let hash, let intentID):
      try require(clone.intentID == intentID, "made")
      return replace(by: voiceID, provider, hash)
    case .shared(let voiceID, let provider, let hash):
      return replace(by: voiceID, provider, hash) + [.keep(voiceID: voiceID)]
    case .failed(let intentID):
      try require(clone.intentID == intentID, "failed")
      return fail()
    case .evicted(let voiceID):
      try require(clone.heldVoiceID == voiceID, "evicted")
      return lose(voiceID)
    case .missing(let voiceID):
      try require(clone.heldVoiceID == voiceID, "missing")
      return lose(voiceID)
    case .evictionUndone(let voiceID):
      try require(clone.voiceID == nil && clone.previousVoiceID == voiceID, "evictionUndone")
      return regain(voiceID)
    case .removed: return remove()
    }
  }

  private mutating func stub(_ voiceID: String, _ hash: String) -> [CloneEffect] {
    let effects = retireHeldVoice()
    setVoice(voiceID, VoiceProvider.localName, hash)
    clone.state = .stub
    clone.intentID = nil
    return effects
  }

  private mutating func begin(_ intentID: String) -> [CloneEffect] {
    clone.intentID = intentID
    clone.state = clone.heldVoiceID == nil ? .creating : .updating
    return []
  }

  private mutating func replace(by voiceID: String, _ provider: String, _ hash: String) -> [CloneEffect] {
    let effects = retireHeldVoice()
    setVoice(voiceID, provider, hash)
    clone.state = .ready
    clone.intentID = nil
    return effects
  }

  private mutating func fail() -> [CloneEffect] {
    clone.intentID = nil
    clone.state = clone.voiceID == nil ? .failed : clone.isLocal ? .stub : .ready
    return []
  }

  private mutating func lose(_ voiceID: String) -> [CloneEffect] {
    clone.previousVoiceID = voiceID
    clone.voiceID = nil
    clone.state = clone.intentID == nil ? .evicted : .creating
    return [.retire(voiceID: voiceID)]
  }

  private mutating func regain(_ voiceID: String) -> [CloneEffect] {
    clone.voiceID = voiceID
    clone.previousVoiceID = nil
    clone.state = clone.intentID == nil ? .ready : .updating
    return [.keep(voiceID: voiceID)]
  }

  private mutating func remove() -> [CloneEffect] {
    let effects = retireHeldVoice()
    clone = CloneRecord(userID: clone.userID, state: .deleted, updatedAt: clone.updatedAt)
    return effects
  }

  private mutating func setVoice(_ voiceID: String, _ provider: String, _ hash: String) {
    if let old = clone.voiceID, old != voiceID { clone.previousVoiceID = old }
    clone.voiceID = voiceID
    clone.provider = provider
    clone.sampleHash = hash
  }

  private func retireHeldVoice() -> [CloneEffect] {
    clone.heldVoiceID.map { [.retire(voiceID: $0)] } ?? []
  }

  private func require(_ fits: Bool, _ event: String) throws(CloneTransitionRefused) {
    if !fits { throw CloneTransitionRefused(state: clone.state.rawValue, event: event) }
  }
}
