import PerformCore
import Schemas
import ServiceLifecycle

/// The performances under way in this process, by id. At most one per id.
final class RunningPerformances: Service {
  /// Beyond this many, or this many bytes of notes in memory, new ones are turned away.
  static let capacity = 256
  static let byteCapacity = 128 << 20

  private let runs = Watched<[String: PerformanceRun]>([:])
  /// So that a link that was given away tells why nothing comes; for the most recent ones only.
  private let failures = RecentCache<String, ServiceError>(capacity: 500)

  var isFull: Bool {
    let runs = runs.value
    return runs.count >= Self.capacity || runs.values.reduce(0) { $0 + $1.byteCount } >= Self.byteCapacity
  }

  func run(of performanceID: String) -> PerformanceRun? { runs.value[performanceID] }

  func failure(of performanceID: String) -> ServiceError? { failures.value(for: performanceID) }

  /// Starts the order's performance unless one of that id is under way.
  ///
  /// - Returns: whether it was started.
  func start(_ run: PerformanceRun, _ work: @escaping @Sendable (PerformanceRun) async -> ServiceError?) -> Bool {
    let id = run.order.performanceID
    let isNew = runs.update { runs in
      guard runs[id] == nil else { return false }
      runs[id] = run
      return true
    }
    guard isNew else { return false }
    run.start { [self] run in
      if let failure = await work(run) { failures.remember(failure, for: id) }
      _ = runs.update { $0.removeValue(forKey: id) }
    }
    return true
  }

  /// Holds the process until every performance is finished: notes that nobody listens to any more are charged too.
  func run() async throws {
    try await gracefulShutdown()
    _ = try await runs.first { $0.isEmpty ? true : nil }
  }
}
