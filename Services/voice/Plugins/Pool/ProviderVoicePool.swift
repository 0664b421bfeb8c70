import Capabilities
import Foundation
import Logging
import SpeechProviders
import VoiceCore

/// The pool at work: carries out what ``PoolStateMachine`` decides, at the provider and in the store.
///
/// The state machine is changed only between suspensions, so every decision sees the whole pool.
package actor ProviderVoicePool {
  struct Parts: Sendable {
    var providerName: String
    var cloning: any VoiceCloning
    var clones: any CloneStore
    var deletions: any DeletionQueue
    var installation: InstallationID
    var configuration: PoolConfiguration
    var clock: WallClock
    var identifiers: Identifiers
    var pause: Pause
    var metrics: PoolMetrics
    var logger: Logger
  }

  let parts: Parts
  var machine: PoolStateMachine { didSet { parts.metrics.size(machine) } }
  var capacity: PoolCapacity { didSet { if parts.configuration.isEnabled { machine.capacity = capacity.own } } }
  var budget = AddEditBudget() { didSet { parts.metrics.allowance(budget) } }
  /// Intents whose creation runs in this process.
  var running: Set<String> = []

  init(_ parts: Parts) {
    self.parts = parts
    let capacity = PoolCapacity(configured: parts.configuration.capacity)
    self.capacity = capacity
    machine = PoolStateMachine(capacity: parts.configuration.isEnabled ? capacity.own : nil)
  }

  var now: Date { parts.clock.now() }
}

extension ProviderVoicePool: SlotPool {
  package func lease(_ voiceID: String) -> SlotLease? {
    let lease = SlotLease(
      id: parts.identifiers.make(),
      expiresAt: now.addingTimeInterval(TimeInterval(parts.configuration.leaseSeconds)))
    let isReuse = !machine.isNew(voiceID)
    guard machine.lease(voiceID, as: lease.id, at: now, until: lease.expiresAt) else { return nil }
    if isReuse { parts.metrics.reused() }
    return lease
  }

  package func endLease(_ id: String) { machine.endLease(id) }

  package func retire(_ voiceID: String) { _ = machine.retire(voiceID, at: now) }

  package func leave(_ voiceID: String, of userID: String) { machine.leave(voiceID, of: userID) }

  package func share(_ voiceID: String, with userID: String) -> Bool { machine.share(voiceID, with: userID) }

  package func freeSlots() -> Int? { machine.freeCount }

  package func touch(_ voiceID: String) -> PoolPosition? { machine.touch(voiceID, at: now) }

  package func contains(_ voiceID: String) -> Bool { machine.contains(voiceID) }
}
