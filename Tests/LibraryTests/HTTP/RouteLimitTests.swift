import Foundation
import OutboundHTTP
import RateLimiting
import Schemas
import TestSupport
import Testing

@Suite struct RouteLimitTests {
  @Test("A refusal says how long to wait, and who waits as long is let in")
  func retryAfter() async throws {
    let clock = try ManualClock()
    try await withEchoHost(limit: RateLimit(burst: 2, perMinute: 20), clock: clock.wallClock) { host in
      for _ in 1...2 { _ = try await host.client.get("/echo") }
      let refused = try await host.client.get("/echo")
      let wait = try #require(refused.headers["Retry-After"].flatMap(Int.init))
      clock.advance(by: .seconds(wait))

      let admitted = try await host.client.get("/echo")

      #expect(refused.status == 429)
      #expect(refused.headers["RateLimit"]?.contains("r=0") == true)
      #expect(admitted.status == 200)
    }
  }
}
