import Foundation
import VoiceCore

/// A voice of ours as it is known from the provider's list, the clones, or both.
package struct KnownVoice: Sendable, Equatable {
  package var id: String
  package var owners: Set<String>
  package var lastUsedAt: Date
  package var isRetiring: Bool

  package init(id: String, owners: Set<String>, lastUsedAt: Date, isRetiring: Bool = false) {
    self.id = id
    self.owners = owners
    self.lastUsedAt = lastUsedAt
    self.isRetiring = isRetiring
  }
}

extension PoolStateMachine {
  /// Fills the pool from what we remember, before the provider has been asked.
  ///
  /// A voice used within `leaseTime` may still be speaking for a lease that an earlier process gave out.
  package mutating func restore(_ voices: [KnownVoice], leaseTime: TimeInterval, at now: Date) {
    for voice in voices {
      slots[voice.id] = Slot(
        owners: voice.owners, lastUsedAt: voice.lastUsedAt, since: now, isRetiring: voice.isRetiring)
      let expiry = voice.lastUsedAt.addingTimeInterval(leaseTime)
      if expiry > now { leases["restored-\(voice.id)"] = Lease(voiceID: voice.id, expiresAt: expiry) }
    }
  }

  package mutating func beginListing() {
    vacatedDuringListing = []
  }

  /// Takes over the provider's list, which was asked for at `start`: what came or went since then is newer.
  package mutating func adopt(_ voices: [KnownVoice], askedAt start: Date, at now: Date) {
    expireLeases(at: now)
    let listed = Set(voices.map(\.id))
    let leased = Set(leases.values.map(\.voiceID))
    slots = slots.filter { id, slot in
      listed.contains(id) || leased.contains(id) || slot.since >= start || slot.claimedBy != nil
    }
    for voice in voices where !vacatedDuringListing.contains(voice.id) { include(voice, at: now) }
  }

  /// Takes over one voice of ours that the provider has; one that is known stays as it is.
  package mutating func include(_ voice: KnownVoice, at now: Date) {
    guard slots[voice.id] == nil else { return }
    slots[voice.id] = Slot(
      owners: voice.owners, lastUsedAt: voice.lastUsedAt, since: now, isRetiring: voice.isRetiring)
  }
}
