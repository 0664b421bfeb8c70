import Foundation
import VoiceCore

extension PoolStateMachine {
  /// - Returns: whether the voice is protected from now on.
  package mutating func lease(_ voiceID: String, as leaseID: String, at now: Date, until expiry: Date) -> Bool {
    expireLeases(at: now)
    guard let slot = slots[voiceID], !slot.isRetiring, slot.claimedBy == nil else { return false }
    leases[leaseID] = Lease(voiceID: voiceID, expiresAt: expiry)
    slots[voiceID]?.lastUsedAt = now
    slots[voiceID]?.isNew = false
    return true
  }

  package mutating func endLease(_ leaseID: String) {
    leases[leaseID] = nil
  }

  /// - Returns: whether the voice may be deleted now; it is not leased any more from here on in any case.
  package mutating func retire(_ voiceID: String, at now: Date) -> Bool {
    expireLeases(at: now)
    slots[voiceID]?.isRetiring = true
    return !leases.values.contains { $0.voiceID == voiceID }
  }

  /// One of the owners has another voice, or none, from now on.
  package mutating func leave(_ voiceID: String, of ownerID: String) {
    slots[voiceID]?.owners.remove(ownerID)
    if slots[voiceID]?.owners.isEmpty == true { slots[voiceID]?.isRetiring = true }
  }

  /// - Returns: whether the voice was there to be shared.
  package mutating func share(_ voiceID: String, with ownerID: String) -> Bool {
    guard contains(voiceID), slots[voiceID]?.claimedBy == nil else { return false }
    slots[voiceID]?.owners.insert(ownerID)
    return true
  }

  /// The voice stays after all.
  package mutating func unretire(_ voiceID: String) {
    slots[voiceID]?.isRetiring = false
  }

  /// - Returns: the place in the order of use; `nil` where the pool does not hold the voice.
  package mutating func touch(_ voiceID: String, at now: Date) -> PoolPosition? {
    guard contains(voiceID) else { return nil }
    slots[voiceID]?.lastUsedAt = now
    let newer = slots.filter { $0.key != voiceID && $0.value.lastUsedAt > now }
    return PoolPosition(position: newer.count, size: slots.count)
  }

  mutating func expireLeases(at now: Date) {
    leases = leases.filter { $0.value.expiresAt > now }
  }
}
