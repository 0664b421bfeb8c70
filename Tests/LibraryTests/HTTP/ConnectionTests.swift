import OutboundHTTP
import Schemas
import TestSupport
import Testing

@Suite struct ConnectionTests {
  @Test(
    "A connection that says nothing, or stops half-way, is closed",
    arguments: ["", "GET /ec", "POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n{"])
  func idle(_ beginning: String) async throws {
    try await withEchoHost(idleSeconds: 1) { host in
      let answer = try await RawConnection.exchange(host.url, sending: Array(beginning.utf8))

      #expect(answer != nil)
    }
  }

  @Test("Who sends a whole large body before reading still sees the early refusal")
  func lingering() async throws {
    try await withEchoHost { host in
      let body = [UInt8](repeating: 7, count: 13 << 20)
      let head = "POST /nope HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: \(body.count)\r\n\r\n"

      let answer = try await RawConnection.exchange(host.url, sending: Array(head.utf8) + body)

      #expect(answer?.hasPrefix("HTTP/1.1 404") == true)
    }
  }

  @Test("A body that breaks the rules of HTTP is the sender's mistake, not ours")
  func brokenChunk() async throws {
    try await withEchoHost { host in
      let request =
        "POST /echo HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
        + "Transfer-Encoding: chunked\r\n\r\nzz\r\n"

      let answer = try await RawConnection.exchange(host.url, sending: Array(request.utf8))

      #expect(answer?.hasPrefix("HTTP/1.1 4") == true)
      #expect(host.logs.events("request_failed").isEmpty)
    }
  }
}
