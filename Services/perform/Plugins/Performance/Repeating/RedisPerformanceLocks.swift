import Capabilities
import Logging
import Redis

/// Locks that all replicas see. While Redis does not answer they hold within this process only, which is announced.
struct RedisPerformanceLocks: PerformanceLocks {
  /// How long a killed replica's lock stands in the way of a repetition.
  static let lifetime = Duration.seconds(15)
  static let renewal = Duration.seconds(5)

  let lock: RedisLock
  let local = LocalPerformanceLocks()
  let identifiers: Identifiers
  let logger: Logger

  func acquire(_ performanceID: String) async -> HeldLock? {
    let key = "perform:running:\(performanceID)"
    let token = identifiers.make()
    do {
      guard try await lock.acquire(key, token: token, ttl: Self.lifetime) else { return nil }
    } catch {
      logger.warning("performance_lock_unavailable", metadata: ["error": "\(error)"])
      return await local.acquire(performanceID)
    }
    let renewing = Task { [lock] in
      while !Task.isCancelled {
        try await Task.sleep(for: Self.renewal)
        _ = try? await lock.renew(key, token: token, ttl: Self.lifetime)
      }
    }
    return HeldLock { [lock] in
      renewing.cancel()
      // Its own task, since the performance's may be cancelled.
      await Task { _ = try? await lock.release(key, token: token) }.value
    }
  }
}
