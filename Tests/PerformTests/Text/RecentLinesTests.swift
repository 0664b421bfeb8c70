import Logging
import Redis
import TemplateText
import TestSupport
import Testing

@testable import PerformPrompt

@Suite("Recent lines")
struct RecentLinesTests {
  @Test("The most recent people are remembered, the oldest are let go")
  func bounded() {
    let recent = RecentLines(capacity: 10)

    for index in 0..<100 { _ = recent.choose(among: [first], for: "user \(index)") }

    #expect(recent.choose(among: [first, second], for: "user 99") == second)
    #expect(recent.choose(among: [first, second], for: "user 90") == second)
    #expect(recent.choose(among: [first, second], for: "user 70") == first)
  }

  @Test(
    "The first line of another frame is preferred, then the first of another tail",
    arguments: [
      (nil, 0), (Line(frame: 9, tail: 0), 0), (Line(frame: 1, tail: 7), 2), (Line(frame: 1, tail: 1), 2),
    ] as [(Line?, Int)])
  func choice(last: Line?, index: Int) {
    let lines = [Line(frame: 1, tail: 1), Line(frame: 1, tail: 2), Line(frame: 2, tail: 1)]

    #expect(Line.choice(among: lines, after: last) == lines[index])
    #expect(Line.choice(among: Array(lines.prefix(2)), after: lines[0]) == lines[1])
    #expect(Line.choice(among: [], after: last) == nil)
  }

  @Test("Replicas that share a Redis never choose one line twice running, and a new process knows the last one")
  func shared() async throws {
    try await withRedisServer { url in
      for turn in 0..<20 {
        let replica = RedisLineMemory(try RedisClient(url: url), logger: Self.silent)
        let line = await replica.choose(among: [first, second], for: "u")
        #expect(line == (turn % 2 == 0 ? first : second))
      }
      let tail = Line(frame: second.frame, tail: 9)
      let replica = RedisLineMemory(try RedisClient(url: url), logger: Self.silent)
      let last = await replica.choose(among: [second, tail], for: "u")
      #expect(last == tail)
      let only = await replica.choose(among: [tail], for: "u")
      #expect(only == tail)
    }
  }

  @Test("Without Redis a process goes by its own memory, which it kept all the while")
  func redisDown() async throws {
    let server = try RedisServer()
    defer { server.stop() }
    let memory = RedisLineMemory(try RedisClient(url: server.url), logger: Self.silent)
    _ = await memory.choose(among: [first, second], for: "u")

    server.stop()

    let next = await memory.choose(among: [first, second], for: "u")
    #expect(next == second)
  }

  private let first = Line(frame: 1, tail: 0)
  private let second = Line(frame: 2, tail: 3)
  private static let silent = Logger(label: "lines") { _ in SwiftLogNoOpLogHandler() }
}
