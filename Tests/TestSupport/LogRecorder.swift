import Observability
import Schemas
import Synchronization

/// Keeps what a host logs, so that a test can look for what must, or must never, be there.
package final class LogRecorder: Sendable {
  private let recorded = Mutex<[String]>([])

  package init() {}

  package var sink: LogSink {
    LogSink { line in self.recorded.withLock { $0.append(String(decoding: line, as: UTF8.self)) } }
  }

  package var lines: [String] { recorded.withLock { $0 } }

  /// The lines with this event name, as JSON.
  package func events(_ name: String) -> [JSONValue] {
    lines.compactMap { try? WireJSON.decode(JSONValue.self, from: Array($0.utf8)) }.filter {
      $0["event"] == .string(name)
    }
  }
}
