import Synchronization

package final class MemorySigningKeyStore: SigningKeyStore {
  private let keys = Mutex<[SealedSigningKey]>([])

  package init() {}

  package func all() async throws -> [SealedSigningKey] {
    keys.withLock { $0 }
  }

  package func insertFirst(_ key: SealedSigningKey) async throws {
    keys.withLock { if $0.isEmpty { $0 = [key] } }
  }
}
