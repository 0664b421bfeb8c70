import Capabilities
import Foundation
import Logging
import Observability
import Synchronization

/// The cost table of a file, read anew when the file changes; no restart, no worker.
///
/// The file is looked at on use, at most once a second. A new version that cannot be used is logged once and the
/// table before it stays.
package final class CostTableFile: Sendable {
  private struct State {
    var table: CostTable
    var version: FileVersion?
    var lookedAt: Date
  }

  private let path: String
  private let clock: WallClock
  private let logger: Logger
  private let metrics: MetricRegistry
  private let state: Mutex<State>

  /// - Throws: ``CostTableRefused`` when the file cannot be used now.
  package init(
    path: String, clock: WallClock, logger: Logger, metrics: MetricRegistry
  ) throws(CostTableRefused) {
    self.path = path
    self.clock = clock
    self.logger = logger
    self.metrics = metrics
    let version = FileVersion(path: path)
    state = Mutex(State(table: try Self.read(path), version: version, lookedAt: clock.now()))
  }

  package var table: CostTable {
    let now = clock.now()
    return state.withLock { state in
      if abs(now.timeIntervalSince(state.lookedAt)) >= 1 {
        state.lookedAt = now
        reload(&state)
      }
      return state.table
    }
  }

  private func reload(_ state: inout State) {
    let version = FileVersion(path: path)
    guard version != state.version else { return }
    state.version = version
    do throws(CostTableRefused) {
      state.table = try Self.read(path)
      metrics.increment("model_costs_reloads_total", labels: ["result": "accepted"])
      logger.notice("model_costs_reloaded", metadata: ["models": .stringConvertible(state.table.modelCount)])
    } catch {
      metrics.increment("model_costs_reloads_total", labels: ["result": "refused"])
      logger.error("model_costs_refused", metadata: ["problem": "\(error)"])
    }
  }

  /// - Throws: ``CostTableRefused``, also for a file that is not there.
  package static func read(_ path: String) throws(CostTableRefused) -> CostTable {
    guard let bytes = FileManager.default.contents(atPath: path) else {
      throw CostTableRefused(problems: ["the file cannot be read"])
    }
    return try CostTable(json: bytes)
  }
}

/// Tells one version of a file from the next; `nil` where there is no file.
private struct FileVersion: Equatable {
  var modified: Date
  var size: Int
  var inode: Int

  init?(path: String) {
    guard let attributes = try? FileManager.default.attributesOfItem(atPath: path),
      let modified = attributes[.modificationDate] as? Date
    else { return nil }
    self.modified = modified
    size = (attributes[.size] as? NSNumber)?.intValue ?? 0
    inode = (attributes[.systemFileNumber] as? NSNumber)?.intValue ?? 0
  }
}
