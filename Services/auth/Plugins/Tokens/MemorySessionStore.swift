import Foundation
import Synchronization

package final class MemorySessionStore: SessionStore {
  private let records = Mutex<[Data: RefreshRecord]>([:])

  package init() {}

  package func open(_ session: StoredSession, token: StoredRefreshToken) async throws {
    records.withLock { records in
      records = records.filter { $0.value.expiresAt >= session.openedAt }
      records[token.digest] = RefreshRecord(
        sessionID: session.id, userID: session.userID, expiresAt: token.expiresAt, usedAt: nil, closedAt: nil)
    }
  }

  package func owner(of digest: Data) async throws -> String? {
    records.withLock { $0[digest]?.userID }
  }

  package func renew(
    _ digest: Data, at now: Date, successor: StoredRefreshToken
  ) async throws -> RefreshOutcome {
    records.withLock { records in
      let record = records[digest]
      let rule = RefreshRule.decide(record, at: now)
      if let record { Self.apply(rule, to: record, digest, at: now, successor, &records) }
      return RefreshOutcome(rule: rule, userID: record?.userID)
    }
  }

  package func close(_ digest: Data, at now: Date) async throws -> String? {
    records.withLock { records in
      guard let record = records[digest] else { return nil }
      Self.close(&records, at: now) { $0.sessionID == record.sessionID }
      return record.userID
    }
  }

  package func closeAll(of userID: String, at now: Date) async throws {
    records.withLock { Self.close(&$0, at: now) { $0.userID == userID } }
  }

  private static func apply(
    _ rule: RefreshRule, to record: RefreshRecord, _ digest: Data, at now: Date, _ successor: StoredRefreshToken,
    _ records: inout [Data: RefreshRecord]
  ) {
    if rule == .reuse { close(&records, at: now) { $0.sessionID == record.sessionID } }
    guard rule == .rotate || rule == .race else { return }
    if rule == .rotate { records[digest]?.usedAt = now }
    records[successor.digest] = RefreshRecord(
      sessionID: record.sessionID, userID: record.userID, expiresAt: successor.expiresAt, usedAt: nil, closedAt: nil)
  }

  private static func close(
    _ records: inout [Data: RefreshRecord], at now: Date, where matches: (RefreshRecord) -> Bool
  ) {
    for (digest, record) in records where matches(record) && record.closedAt == nil {
      records[digest]?.closedAt = now
    }
  }
}
