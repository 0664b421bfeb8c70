import Foundation
import OutboundHTTP
import Schemas
import ServiceClients
import TestSupport
import Testing

@Suite struct FrontDoorTests {
  @Test("Every path of the table reaches its owner as it was written, bare and under /api")
  func owners() async throws {
    try await withFrontDoor { door in
      for (service, pattern) in FrontDoorTable.patterns {
        for path in Self.examples(of: pattern).flatMap({ [$0, "/api" + $0] }) {
          let answer = try await door.get(path)
          #expect(answer.text.hasPrefix("\(service) \(path) "), "\(path): \(answer.text)")
        }
      }
    }
  }

  @Test(
    "What is internal, unknown or a look-alike is passed to nobody",
    arguments: [
      "/internal/voice/notes", "/api/internal/voice/notes", "//internal/x", "/%69nternal/x", "/internal",
      "/perform/%2e%2e/internal/x", "/internal/auth/users/%2e%2e%2f%2e%2e%2f%2e%2e%2fauth%2flogin",
      "/users/a%2fb/voice", "/api//internal/x",
      "/auth/%2E%2e/internal/x", "/metrics", "/voice/metrics", "/perfor", "/users/u1", "/user/meat", "/routines/x",
    ])
  func nobody(path: String) async throws {
    try await withFrontDoor { door in
      let answer = try await door.get(path, headers: ["X-Request-Id": "known-id"])

      #expect(answer.status == 404)
      #expect(answer.error == "NOT_FOUND")
      #expect(answer.json["request_id"] == "known-id")
      #expect(answer.headers["Content-Type"] == "application/problem+json")
    }
  }

  @Test(
    "A path that climbs out of the root is refused as malformed, by a problem answer",
    arguments: ["/users/%2e%2e%2f%2e%2e%2finternal/voice", "/users/..%2f..%2finternal%2fusers/usage"])
  func climbing(path: String) async throws {
    try await withFrontDoor { door in
      let answer = try await door.get(path)

      #expect(answer.status == 400)
      #expect(answer.error == "MALFORMED_REQUEST")
      #expect(answer.headers["Content-Type"] == "application/problem+json")
    }
  }

  @Test("A service tells its state under its name, perform also bare")
  func states() async throws {
    try await withFrontDoor { door in
      for service in ["auth", "voice", "perform", "billing"] {
        let own = try await door.get("/\(service)/health")
        #expect(own.text.hasPrefix("\(service) /health "))
      }

      let bare = try await door.get("/api/health")

      #expect(bare.text.hasPrefix("perform /health "))
    }
  }

  @Test("Only voice is sent large bodies, of any size: its limits are its own configuration")
  func bodies() async throws {
    try await withFrontDoor { door in
      let recording = OutboundBody.bytes([UInt8](repeating: 7, count: 40 << 20))

      let taken = try await door.send("POST", "/user/voice", body: recording)
      let misdirected = try await door.send("POST", "/perform", body: recording)

      #expect(taken.status == 200)
      #expect(misdirected.error == "PAYLOAD_TOO_LARGE")
    }
  }

  @Test("A caller's request id and address are passed on; an id that could forge log lines is replaced")
  func identity() async throws {
    try await withFrontDoor { door in
      let kept = try await door.get("/routines", headers: ["X-Request-Id": "a-1", "X-Forwarded-For": "192.0.2.1"])
      let replaced = try await door.get("/routines", headers: ["X-Request-Id": "a b\""])

      #expect(kept.text == "perform /routines a-1 192.0.2.1, 127.0.0.1")
      #expect(replaced.text.wholeMatch(of: /perform \/routines [0-9a-f]{32} 127\.0\.0\.1/) != nil)
    }
  }

  @Test("A service that is down is a problem that says so")
  func unavailable() async throws {
    try await withFrontDoor(absent: .billing) { door in
      let answer = try await door.get("/models/costs")

      #expect(answer.status == 503)
      #expect(answer.error == "DEPENDENCY_UNAVAILABLE")
      #expect(answer.headers["Retry-After"] == "2")
    }
  }

  @Test("The web app is served from the same origin, and never from a stale cache")
  func app() async throws {
    try await withFrontDoor { door in
      let answer = try await door.get("/")

      #expect(answer.text == "the app")
      #expect(answer.headers["Cache-Control"] == "no-cache")
      #expect(answer.headers["Content-Security-Policy"] != nil)
    }
  }

  @Test("A log line is JSON and keeps signatures in the query to itself")
  func log() async throws {
    let door = try FrontDoor()
    try await withTransport { transport in
      let client = TestClient(base: door.url, transport: transport)
      _ = try await client.get("/audio/note.mp3?signature=s3cret", headers: ["X-Request-Id": "id-7"])
    }

    let line = await door.log()

    let event = try JSONDecoder().decode(Event.self, from: Data(line.utf8))
    #expect(event == Event(service: "web", request_id: "id-7", path: "/audio/note.mp3", status: 200))
    #expect(!line.contains("s3cret"))
  }

  private struct Event: Decodable, Equatable {
    var service: String
    var request_id: String
    var path: String
    var status: Int
  }

  private static func examples(of pattern: String) -> [String] {
    let path = pattern.replacing("{id}", with: "u1")
    guard path.hasSuffix("*") else { return [path] }
    let start = String(path.dropLast())
    return start.hasSuffix("/") ? [start + "x", start + "x/y"] : [start, start + "/x"]
  }

  private func withFrontDoor(absent: ServiceName? = nil, _ body: (TestClient) async throws -> Void) async throws {
    let door = try FrontDoor(absent: absent)
    try await withTransport { try await body(TestClient(base: door.url, transport: $0)) }
    withExtendedLifetime(door) {}
  }
}
