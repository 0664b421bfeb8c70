import Capabilities
import PerformCore
import Schemas
import SpeechProviders

/// Lets each performance happen once: joins one that is under way, replays one that is delivered, starts the others.
struct PerformanceStage: Sendable {
  /// How an order is served.
  enum Entry: Sendable {
    case live(PerformanceListener)
    case delivered(StoredPerformance)
  }

  /// How long a repetition waits for another replica to finish, and how often it looks.
  static let looks = 300
  static let betweenLooks = Duration.milliseconds(100)

  let running: RunningPerformances
  let conductor: PerformanceConductor
  let library: StoredPerformances
  let locks: any PerformanceLocks
  let pause: Pause

  /// - Throws: `IDEMPOTENCY_KEY_REUSED`, `IDEMPOTENCY_IN_PROGRESS`, and `OVERLOADED` or `PROVIDER_UNAVAILABLE` for a new
  ///   performance that could not be spoken in time.
  func enter(_ order: PerformOrder) async throws -> Entry {
    for _ in 0..<Self.looks {
      if let entry = try await attempt(order) { return entry }
      try await pause.sleep(Self.betweenLooks)
    }
    throw ServiceError(.idempotencyInProgress, retryAfter: .seconds(2))
  }

  /// `nil` while another replica performs the order, or an abandoned attempt is being cleared away.
  private func attempt(_ order: PerformOrder) async throws -> Entry? {
    guard order.isRepeatable else { return try start(order, .none).map(Entry.live) }
    if let run = running.run(of: order.performanceID) { return try await join(run, order) }
    guard let lock = await locks.acquire(order.performanceID) else {
      return try await library.delivered(order).map(Entry.delivered)
    }
    do {
      if let stored = try await library.settled(order) {
        await lock.release()
        return .delivered(stored)
      }
      if let listener = try start(order, lock) { return .live(listener) }
    } catch {
      await lock.release()
      throw error
    }
    await lock.release()
    return nil
  }

  private func join(_ run: PerformanceRun, _ order: PerformOrder) async throws -> Entry? {
    guard run.order.digest == order.digest else { throw ServiceError(.idempotencyMismatch) }
    if let listener = run.attach() { return .live(listener) }
    await run.ended()
    return nil
  }

  /// `nil` where one of that id has just been started.
  private func start(_ order: PerformOrder, _ lock: HeldLock) throws(ServiceError) -> PerformanceListener? {
    try shed(order)
    let run = PerformanceRun(order)
    let listener = run.attach()
    let isNew = running.start(run) { run in
      let failure = await conductor.conduct(run)
      await lock.release()
      return failure
    }
    return isNew ? listener : nil
  }

  /// Before anything is reserved, leased or written for it.
  private func shed(_ order: PerformOrder) throws(ServiceError) {
    guard let obstacle = obstacle(model: order.model) else { return }
    conductor.journal.shed(obstacle)
    throw ServiceError(obstacle)
  }

  /// Why a performance that began now would be turned away; `nil` normally. Takes nothing.
  func obstacle(model: String) -> SpeechError? {
    if running.isFull { return SpeechError(.overloaded, "the stage is full", retryAfter: .seconds(2)) }
    return conductor.ports.speech.obstacle(model: model)
  }
}
