import Capabilities
import Foundation
import Logging
import Observability
import Synchronization
import Testing

@Suite struct JSONLogHandlerTests {
  private final class Lines: Sendable {
    let all = Mutex<[[UInt8]]>([])
  }

  private func logged(_ work: (Logger) -> Void) throws -> [[String: Any]] {
    let lines = Lines()
    let logger = Logger(label: "t") { _ in
      JSONLogHandler(
        service: "voice", level: .info, clock: WallClock { Date(timeIntervalSince1970: 0) },
        sink: LogSink { line in lines.all.withLock { $0.append(line) } })
    }
    work(logger)
    return try lines.all.withLock { $0 }.map { line in
      try #require(JSONSerialization.jsonObject(with: Data(line)) as? [String: Any])
    }
  }

  @Test("An event is one JSON line with time, level, service, event and its values")
  func event() throws {
    let lines = try logged { $0.info("voice_created", metadata: ["count": .stringConvertible(3), "ok": "a\"b\n"]) }

    let line = try #require(lines.first)

    #expect(line["ts"] as? String == "1970-01-01T00:00:00.000Z")
    #expect(line["level"] as? String == "info")
    #expect(line["service"] as? String == "voice")
    #expect(line["event"] as? String == "voice_created")
    #expect(line["count"] as? Int == 3)
    #expect(line["ok"] as? String == "a\"b\n")
  }

  @Test("The ids of the current call stand in every line")
  func callContext() throws {
    let context = CallContext(requestID: "r-1", traceID: String(repeating: "a", count: 32), spanID: "b", userID: "u")

    let lines = try CallContext.$current.withValue(context) { try logged { $0.info("x") } }

    #expect(lines.first?["request_id"] as? String == "r-1")
    #expect(lines.first?["trace_id"] as? String == context.traceID)
    #expect(lines.first?["user_id"] as? String == "u")
  }

  @Test("An incoming id that could forge a log line is replaced", arguments: ["", "a b", "x\ny", "\u{e9}"])
  func forgedID(id: String) {
    let context = CallContext.incoming(
      requestID: id, traceparent: nil, identifiers: Identifiers { "made" }, randomness: .system)

    #expect(context.requestID == "made")
  }

  @Test("A well-formed traceparent is continued with a span of our own")
  func traceparent() {
    let trace = "4bf92f3577b34da6a3ce929d0e0e4736"

    let context = CallContext.incoming(
      requestID: "r", traceparent: "00-\(trace)-00f067aa0ba902b7-01", identifiers: .system, randomness: .system)

    #expect(context.traceID == trace)
    #expect(context.spanID != "00f067aa0ba902b7")
    #expect(context.traceparent.hasPrefix("00-\(trace)-"))
  }
}
