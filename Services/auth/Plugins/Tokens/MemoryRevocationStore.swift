import Foundation
import Synchronization

package final class MemoryRevocationStore: RevocationStore {
  private let revocations = Mutex<[String: Date]>([:])

  package init() {}

  package func revoke(_ userID: String, issuedUntil instant: Date) async throws {
    revocations.withLock { $0[userID] = max($0[userID] ?? instant, instant) }
  }

  package func current(since instant: Date) async throws -> [String: Date] {
    revocations.withLock { $0.filter { $0.value >= instant } }
  }
}
