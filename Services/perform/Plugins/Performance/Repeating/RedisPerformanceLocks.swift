import Capabilities
import Logging
import Redis

/// Locks that all replicas see. Without Redis performances go on unlocked, which is announced.
struct RedisPerformanceLocks: PerformanceLocks {
  /// How long a killed replica's lock stands in the way of a repetition.
  static let lifetime = Duration.seconds(15)
  static let renewal = Duration.seconds(5)

  let lock: RedisLock
  let identifiers: Identifiers
  let logger: Logger

  func acquire(_ performanceID: String) async -> HeldLock? {
    let key = "perform:running:\(performanceID)"
    let token = identifiers.make()
    do {
      guard try await lock.acquire(key, token: token, ttl: Self.lifetime) else { return nil }
    } catch {
      logger.warning("performance_lock_unavailable", metadata: ["error": "\(error)"])
      return HeldLock {}
    }
    let renewing = Task { [lock] in
      while !Task.isCancelled {
        try await Task.sleep(for: Self.renewal)
        _ = try? await lock.renew(key, token: token, ttl: Self.lifetime)
      }
    }
    return HeldLock { [lock] in
      renewing.cancel()
      _ = try? await lock.release(key, token: token)
    }
  }
}
