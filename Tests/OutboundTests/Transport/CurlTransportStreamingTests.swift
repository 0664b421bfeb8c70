import OutboundHTTP
import Synchronization
import TestSupport
import Testing

@Suite("Streaming through the curl transport")
struct CurlTransportStreamingTests {
  private static let megabyte = [UInt8](repeating: 1, count: 1 << 20)

  @Test("A body of 50 MB that nobody reads yet stays with the peer, and arrives whole afterwards")
  func backPressure() async throws {
    try await withTransport(to: { exchange in
      try await exchange.begin()
      for _ in 0..<50 { try await exchange.send(Self.megabyte) }
      try await exchange.finish()
    }) { transport, peer in
      let response = try await transport.send(OutboundRequest(url: peer.url))

      let sentAhead = try await settled { peer.bytesSent }
      let total = try await response.body.reduce(0) { $0 + $1.count }

      #expect(sentAhead < 12 << 20)
      #expect(total == 50 << 20)
    }
  }

  @Test("Chunks arrive while the peer is still sending")
  func chunkByChunk() async throws {
    let (turns, peerTurn) = AsyncStream.makeStream(of: Void.self)
    let waiting = Mutex<AsyncStream<Void>?>(turns)
    try await withTransport(to: { exchange in
      guard let turns = waiting.withLock({ $0.take() }) else { return }
      try await exchange.begin()
      try await exchange.send([1])
      for await _ in turns { try await exchange.send([2]) }
      try await exchange.finish()
    }) { transport, peer in
      let response = try await transport.send(OutboundRequest(url: peer.url))
      var body = response.body.makeAsyncIterator()

      let first = try await body.next()
      peerTurn.yield()
      let second = try await body.next()
      peerTurn.finish()
      let end = [try await body.next(), try await body.next()]

      #expect([first, second] == [[1], [2]])
      #expect(end == [nil, nil])
    }
  }

  @Test("A peer that hangs up mid-body gives what it sent, then a cut")
  func cut() async throws {
    try await withTransport(to: { exchange in
      try await exchange.begin(headers: [("content-length", "100")])
      try await exchange.send([1, 2, 3])
      throw PeerHangsUp()
    }) { transport, peer in
      let response = try await transport.send(OutboundRequest(url: peer.url))
      var body = response.body.makeAsyncIterator()

      let arrived = try await body.next()
      let code = await outboundCode { _ = try await body.next() }

      #expect(arrived == [1, 2, 3])
      #expect(code == .cut)
    }
  }

  @Test("A peer that hangs up without an answer is a cut that the request may have reached")
  func noAnswer() async throws {
    try await withTransport(to: { _ in throw PeerHangsUp() }) { transport, peer in
      let error = await #expect(throws: OutboundError.self) {
        try await transport.send(OutboundRequest(method: "POST", url: peer.url))
      }

      #expect(error?.code == .cut)
      #expect(error?.requestNeverArrived == false)
    }
  }

  @Test("A POST whose kept connection turns out dead is not sent a second time")
  func noSilentRepetition() async throws {
    let posts = Atomic(0)
    try await withTransport(to: { exchange in
      if exchange.method == "GET" { return try await exchange.respond() }
      posts.add(1, ordering: .relaxed)
      throw PeerHangsUp()
    }) { transport, peer in
      _ = try await transport.send(OutboundRequest(url: peer.url)).text()

      let code = await outboundCode {
        _ = try await transport.send(OutboundRequest(method: "POST", url: peer.url, body: .bytes([1])))
      }

      #expect(code == .cut)
      #expect(posts.load(ordering: .relaxed) == 1)
    }
  }

  @Test("A body collected past its limit is too large")
  func tooLarge() async throws {
    try await withTransport(to: { try await $0.respond(body: Self.megabyte) }) { transport, peer in
      let response = try await transport.send(OutboundRequest(url: peer.url))

      let code = await outboundCode { _ = try await response.body.collect(upTo: 1000) }

      #expect(code == .tooLarge)
    }
  }

  @Test("A streamed request body is pulled as the peer takes it and arrives whole")
  func upload() async throws {
    let pulled = Atomic(0)
    try await withTransport(to: { exchange in
      let total = try await exchange.body().count
      try await exchange.respond(body: Array("\(exchange.header("transfer-encoding").joined()) \(total)".utf8))
    }) { transport, peer in
      let body = OutboundBody.stream {
        let number = pulled.add(1, ordering: .relaxed).newValue
        return number == 3 ? [] : number <= 21 ? Self.megabyte : nil
      }

      let text = try await transport.send(OutboundRequest(method: "POST", url: peer.url, body: body)).text()

      #expect(text == "chunked \(20 << 20)")
    }
  }

  @Test("A request body that fails aborts the transfer")
  func failingUpload() async throws {
    try await withTransport(to: { _ = try await $0.body() }) { transport, peer in
      let body = OutboundBody.stream { throw PeerHangsUp() }

      let code = await outboundCode {
        _ = try await transport.send(OutboundRequest(method: "POST", url: peer.url, body: body))
      }

      #expect(code == .requestBody)
    }
  }

  /// The value of `count` once it has stopped growing.
  private func settled(_ count: () -> Int) async throws -> Int {
    var last = -1
    while count() != last || last <= 0 {
      last = count()
      try await Task.sleep(for: .milliseconds(200))
    }
    return last
  }
}
