import OutboundHTTP
import TestSupport
import Testing

@Suite("Requests of the curl transport")
struct CurlTransportRequestTests {
  @Test("The peer sees method, path, fields and body as given, and nothing invented")
  func asGiven() async throws {
    try await withTransport(to: { exchange in
      let facts = [
        exchange.method, exchange.uri, exchange.header("x-one").joined(), exchange.header("content-length").joined(),
        exchange.header("content-type").joined(), exchange.header("accept-encoding").joined(),
        exchange.header("expect").joined(), String(decoding: try await exchange.body(), as: UTF8.self),
      ]
      try await exchange.respond(201, headers: [("x-two", "2")], body: Array(facts.joined(separator: "|").utf8))
    }) { transport, peer in
      let request = OutboundRequest(
        method: "PATCH", url: "\(peer.url)/a/../b?c=d%2F", headers: [("x-one", "1")], body: .bytes(Array("hello".utf8)))

      let response = try await transport.send(request)

      #expect(response.status == 201)
      #expect(response.headers["X-Two"] == "2")
      #expect(try await response.text() == "PATCH|/a/../b?c=d%2F|1|5||||hello")
    }
  }

  @Test(
    "Bodies of all sizes and methods arrive whole", arguments: ["GET", "POST", "PUT", "DELETE"], [0, 1, 3_000_000])
  func sizes(method: String, size: Int) async throws {
    try await withTransport(to: { exchange in
      try await exchange.respond(body: Array("\(exchange.method) \(try await exchange.body().count)".utf8))
    }) { transport, peer in
      let request = OutboundRequest(method: method, url: peer.url, body: .bytes([UInt8](repeating: 7, count: size)))

      let text = try await transport.send(request).text()

      #expect(text == "\(method) \(size)")
    }
  }

  @Test("A POST without a body announces its length of zero, a DELETE announces nothing")
  func noBody() async throws {
    try await withTransport(to: { exchange in
      try await exchange.respond(body: Array(exchange.header("content-length").joined().utf8))
    }) { transport, peer in
      let post = try await transport.send(OutboundRequest(method: "POST", url: peer.url)).text()
      let delete = try await transport.send(OutboundRequest(method: "DELETE", url: peer.url)).text()

      #expect(post == "0")
      #expect(delete == "")
    }
  }

  @Test("The answer to HEAD has the fields and no body")
  func head() async throws {
    try await withTransport(to: {
      try await $0.begin(headers: [("content-length", "1000")]); try await $0.finish()
    }) {
      transport, peer in
      let response = try await transport.send(OutboundRequest(method: "HEAD", url: peer.url))

      #expect(response.headers["content-length"] == "1000")
      #expect(try await response.text() == "")
    }
  }

  @Test("A redirect is an answer like any other")
  func redirect() async throws {
    try await withTransport(to: { try await $0.respond(302, headers: [("location", "/elsewhere")]) }) {
      transport, peer in
      let response = try await transport.send(OutboundRequest(url: peer.url))

      #expect(response.status == 302)
    }
  }

  @Test("Two requests in a row share a connection")
  func reuse() async throws {
    try await withTransport(to: { try await $0.respond(body: Array("\($0.clientPort)".utf8)) }) { transport, peer in
      let first = try await transport.send(OutboundRequest(url: peer.url)).text()
      let second = try await transport.send(OutboundRequest(url: peer.url)).text()

      #expect(first == second)
    }
  }

  @Test(
    "What HTTP does not allow is refused before a connection is made",
    arguments: [
      OutboundRequest(url: "ftp://127.0.0.1/"), OutboundRequest(url: "/relative"),
      OutboundRequest(url: "http://127.0.0.1/\r\nx: y"), OutboundRequest(method: "GE T", url: "http://127.0.0.1"),
      OutboundRequest(url: "http://127.0.0.1", headers: [("x", "a\r\nb: c")]),
      OutboundRequest(url: "http://127.0.0.1", headers: [("x y", "a")]),
    ])
  func refused(request: OutboundRequest) async throws {
    let transport = CurlTransport()

    let code = await outboundCode { _ = try await transport.send(request) }

    #expect([.invalidURL, .invalidRequest].contains(code))
    await transport.shutdown()
  }

  @Test("Two hundred requests at once all get their own answer")
  func concurrent() async throws {
    try await withTransport(to: { try await $0.respond(body: Array($0.uri.utf8)) }) { transport, peer in
      let wrong = try await withThrowingTaskGroup(of: Bool.self) { group in
        for number in 0..<200 {
          group.addTask {
            try await transport.send(OutboundRequest(url: "\(peer.url)/\(number)")).text() != "/\(number)"
          }
        }
        return try await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
      }

      #expect(wrong == 0)
    }
  }
}
