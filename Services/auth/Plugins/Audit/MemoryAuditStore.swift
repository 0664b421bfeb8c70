import AuthCore
import Synchronization

package final class MemoryAuditStore: AuditStore {
  private let entries = Mutex<[AuditEntry]>([])

  package init() {}

  package func append(_ entry: AuditEntry) async throws {
    entries.withLock { $0.append(entry) }
  }

  package func page(_ query: PageQuery) async throws -> [StoredAuditEntry] {
    let bound = query.cursor.flatMap { Int($0) } ?? .max
    let stored = entries.withLock { entries in
      entries.enumerated().map { StoredAuditEntry(sequence: $0.offset + 1, entry: $0.element) }
    }
    return Array(stored.reversed().drop { $0.sequence >= bound }.prefix(query.limit))
  }
}
