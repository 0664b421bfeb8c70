import Foundation
import Schemas

/// Remembers what each lease was given out for, until it ends or expires.
actor LeaseBook {
  struct Entry: Sendable {
    var request: LeaseRequest
    var voiceID: String
    /// Whether the voice was made for this very performance.
    var recreated = false
  }

  private var entries: [String: (entry: Entry, expiresAt: Date)] = [:]

  func insert(_ leaseID: String, _ entry: Entry, until expiry: Date, now: Date) {
    entries = entries.filter { $0.value.expiresAt > now }
    entries[leaseID] = (entry, expiry)
  }

  func entry(_ leaseID: String) -> Entry? { entries[leaseID]?.entry }

  func remove(_ leaseID: String) { entries[leaseID] = nil }
}
