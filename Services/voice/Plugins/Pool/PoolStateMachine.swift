import Foundation
import VoiceCore

/// Who has which slot: values in, decisions out, no waiting.
///
/// `size` never grows past the capacity: a creation takes a place when it is granted, and a place that was emptied
/// for somebody goes to nobody else.
package struct PoolStateMachine: Sendable {
  struct Slot: Sendable, Equatable {
    /// Who speaks with it; nobody for a voice of ours that no clone refers to.
    var owners: Set<String>
    var lastUsedAt: Date
    /// When it came into the pool.
    var since: Date
    /// Made, but not yet leased.
    var isNew = false
    /// In the deletion queue: not leased any more.
    var isRetiring = false
    /// The creation that gets this place once it is empty.
    var claimedBy: String?
  }

  struct Lease: Sendable, Equatable {
    var voiceID: String
    var expiresAt: Date
  }

  /// Slots that we may fill; `nil` where nothing is evicted (`PROVIDER_POOL_ENABLED=false`).
  package var capacity: Int?
  var slots: [String: Slot] = [:]
  var leases: [String: Lease] = [:]
  var creating: Set<String> = []
  /// Voices that left since the provider's list was asked for.
  var vacatedDuringListing: Set<String> = []

  package init(capacity: Int?) {
    self.capacity = capacity
  }

  /// Voices and voices to be.
  package var size: Int { slots.count + creating.count }

  package var orphanCount: Int { slots.values.count { $0.owners.isEmpty } }

  package func contains(_ voiceID: String) -> Bool { slots[voiceID].map { !$0.isRetiring } ?? false }

  /// Whether nobody has leased the voice since it was made.
  package func isNew(_ voiceID: String) -> Bool { slots[voiceID]?.isNew ?? false }

  package func owners(of voiceID: String) -> Set<String> { slots[voiceID]?.owners ?? [] }

  /// Places that nobody would have to give up; `nil` for any number.
  package var freeCount: Int? { capacity.map { max(0, $0 - size) } }
}

/// The answer to ``PoolStateMachine/reserve(_:for:at:)``.
package enum SlotReservation: Sendable, Equatable {
  /// A place is taken; end it with `created` or `creationFailed`.
  case granted
  /// This voice has to go first; then ask again.
  case evict(voiceID: String)
  case busy(retryAfter: Duration)
  case exhausted
}

// MARK: - Creating

extension PoolStateMachine {
  package mutating func reserve(_ orderID: String, for ownerID: String, at now: Date) -> SlotReservation {
    expireLeases(at: now)
    if creating.contains(orderID) { return .granted }
    guard let capacity else { return grant(orderID) }
    guard capacity > 0 else { return .exhausted }
    if size < capacity { return grant(orderID) }
    guard let victim = victim(for: ownerID) else { return .busy(retryAfter: wait(at: now)) }
    slots[victim]?.claimedBy = orderID
    return .evict(voiceID: victim)
  }

  package mutating func created(_ voiceID: String, by orderID: String, for ownerID: String, at now: Date) {
    creating.remove(orderID)
    slots[voiceID] = Slot(owners: [ownerID], lastUsedAt: now, since: now, isNew: true)
  }

  package mutating func creationFailed(_ orderID: String) {
    creating.remove(orderID)
    for (id, slot) in slots where slot.claimedBy == orderID { slots[id]?.claimedBy = nil }
  }

  /// The provider has confirmed that the voice is gone; its place goes to whoever claimed it.
  package mutating func vacated(_ voiceID: String) {
    vacatedDuringListing.insert(voiceID)
    guard let slot = slots.removeValue(forKey: voiceID) else { return }
    if let claimant = slot.claimedBy, size < capacity ?? .max { creating.insert(claimant) }
  }

  private mutating func grant(_ orderID: String) -> SlotReservation {
    creating.insert(orderID)
    return .granted
  }

  /// First what goes anyway, then the owner's own voice, then the least recently used one. Who has a voice of their
  /// own in the pool never takes a stranger's place; a shared voice is a stranger's too.
  private func victim(for ownerID: String) -> String? {
    let leased = Set(leases.values.map(\.voiceID))
    let free = slots.filter { $0.value.claimedBy == nil && !leased.contains($0.key) }
    let retiring = free.filter { $0.value.isRetiring }
    if !retiring.isEmpty { return leastRecent(retiring) }
    let hasOwn = slots.values.contains { $0.owners == [ownerID] }
    return leastRecent(hasOwn ? free.filter { $0.value.owners == [ownerID] } : free)
  }

  private func leastRecent(_ candidates: [String: Slot]) -> String? {
    candidates.min { ($0.value.lastUsedAt, $0.key) < ($1.value.lastUsedAt, $1.key) }?.key
  }

  /// Speech ends within seconds; that a lease may last longer is for holders that died.
  private func wait(at now: Date) -> Duration {
    let next = leases.values.map(\.expiresAt).min()?.timeIntervalSince(now) ?? 2
    return .seconds(min(2, max(1, next.rounded(.up))))
  }
}
