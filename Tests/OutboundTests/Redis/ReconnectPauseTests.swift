import Testing

@testable import Redis

@Suite("The pause between attempts to reconnect")
struct ReconnectPauseTests {
  @Test("Pauses double up to their bound and start over after a success")
  func doubling() {
    var pause = ReconnectPause(RedisConfiguration(firstPause: .milliseconds(50), longestPause: .milliseconds(300)))

    let pauses = (0..<4).map { _ in pause.next(jitter: 1) }
    pause.reset()
    let shortest = pause.next(jitter: 0)

    #expect(pauses == [50, 100, 200, 300].map { .milliseconds($0) })
    #expect(shortest == .milliseconds(25))
  }
}
