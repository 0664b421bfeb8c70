import Capabilities
import Foundation
import Logging

/// Writes one JSON object per event: `ts level service event request_id trace_id user_id …`.
///
/// The message is the event's constant name; values go into metadata. Ids come from ``CallContext/current``.
package struct JSONLogHandler: LogHandler {
  package var metadata: Logger.Metadata = [:]
  package var logLevel: Logger.Level
  package var metadataProvider: Logger.MetadataProvider?

  private let service: String
  private let clock: WallClock
  private let sink: LogSink

  package init(service: String, level: Logger.Level, clock: WallClock = .system, sink: LogSink = .standardError) {
    self.service = service
    logLevel = level
    self.clock = clock
    self.sink = sink
  }

  package subscript(metadataKey key: String) -> Logger.Metadata.Value? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }

  package func log(event: LogEvent) {
    var line = JSONLine()
    line.add("ts", clock.now().formatted(Self.timestamp))
    line.add("level", event.level.rawValue)
    line.add("service", metadata["service"].map { "\($0)" } ?? service)
    line.add("event", "\(event.message)")
    if let call = CallContext.current {
      line.add("request_id", call.requestID)
      line.add("trace_id", call.traceID)
      if let user = call.userID { line.add("user_id", user) }
    }
    let values = metadata.merging(event.metadata ?? [:]) { _, last in last }
    for (key, value) in values.sorted(by: { $0.key < $1.key }) where key != "service" {
      line.add(key, value)
    }
    sink.write(line.finished())
  }

  private static let timestamp = Date.ISO8601FormatStyle(includingFractionalSeconds: true)
}

/// Where finished lines go.
package struct LogSink: Sendable {
  package var write: @Sendable (_ line: [UInt8]) -> Void

  package init(write: @escaping @Sendable (_ line: [UInt8]) -> Void) {
    self.write = write
  }

  /// One `write` call per line, so that lines of concurrent events never interleave.
  package static let standardError = LogSink { line in
    _ = line.withUnsafeBytes { FileHandle.standardError.fileDescriptor.writing($0) }
  }
}

extension Int32 {
  fileprivate func writing(_ bytes: UnsafeRawBufferPointer) -> Int {
    Foundation.write(self, bytes.baseAddress, bytes.count)
  }
}
