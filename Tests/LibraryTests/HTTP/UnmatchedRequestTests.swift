import Observability
import OutboundHTTP
import Schemas
import ServiceHost
import TestSupport
import Testing

@Suite struct UnmatchedRequestTests {
  @Test("What no route takes is answered with a problem, logged and counted", arguments: ["/nope", "/api/internal/x"])
  func notFound(path: String) async throws {
    try await withEchoHost { host in
      let answer = try await host.client.get(path, headers: ["X-Request-Id": "known-id"])

      #expect(answer.status == 404)
      #expect(answer.error == "NOT_FOUND")
      #expect(answer.json["request_id"] == "known-id")
      #expect(answer.headers["X-Request-Id"] == "known-id")
      #expect(host.assembled.metrics.text().contains(#"http_requests_total{method="GET",route="none",status="404"} 1"#))
    }
  }

  @Test("Another method than the route's is told which would do")
  func method() async throws {
    try await withEchoHost { host in
      let answer = try await host.client.send("PUT", "/api/echo")

      #expect(answer.status == 405)
      #expect(answer.error == "METHOD_NOT_ALLOWED")
      #expect(answer.headers["Allow"] == "GET, HEAD, POST")
    }
  }

  @Test("HEAD tells what GET would, without the body")
  func head() async throws {
    try await withEchoHost { host in
      let answer = try await host.client.send("HEAD", "/echo")

      #expect(answer.status == 200)
      #expect(answer.headers["Content-Type"] == "application/json")
      #expect(answer.text.isEmpty)
    }
  }
}
