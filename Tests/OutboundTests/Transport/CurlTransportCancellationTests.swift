import OutboundHTTP
import TestSupport
import Testing

@Suite("Ending transfers of the curl transport")
struct CurlTransportCancellationTests {
  private let arrived = Event()
  private let ended = Event()

  @Test("Cancelling a task that waits for the answer closes the connection")
  func beforeTheAnswer() async throws {
    try await withTransport(to: holdingPeer(answers: false)) { transport, peer in
      let task = Task { await outboundCode { _ = try await transport.send(OutboundRequest(url: peer.url)) } }
      await arrived.next()

      task.cancel()

      #expect(await task.value == .cancelled)
      await ended.next()
    }
  }

  @Test("Cancelling a task that reads the body closes the connection")
  func whileReading() async throws {
    try await withTransport(to: holdingPeer(answers: true)) { transport, peer in
      let response = try await transport.send(OutboundRequest(url: peer.url))
      let task = Task { await outboundCode { for try await _ in response.body {} } }

      task.cancel()

      #expect(await task.value == .cancelled)
      await ended.next()
    }
  }

  @Test("Letting go of an unread answer closes the connection")
  func dropped() async throws {
    try await withTransport(to: holdingPeer(answers: true)) { transport, peer in
      _ = try await transport.send(OutboundRequest(url: peer.url))

      await ended.next()
    }
  }

  @Test("A task that is cancelled already sends nothing")
  func cancelledAlready() async throws {
    try await withTransport(to: { try await $0.respond() }) { transport, peer in
      let task = Task {
        withUnsafeCurrentTask { $0?.cancel() }
        return await outboundCode { _ = try await transport.send(OutboundRequest(url: peer.url)) }
      }

      #expect(await task.value == .cancelled)
    }
  }

  @Test("Shutting down ends waiting requests, running bodies and all that comes after")
  func shutdown() async throws {
    try await withTransport(to: holdingPeer(answers: false)) { transport, peer in
      let waiting = Task { await outboundCode { _ = try await transport.send(OutboundRequest(url: peer.url)) } }
      await arrived.next()

      await transport.shutdown()

      #expect(await waiting.value == .shutDown)
      #expect(await outboundCode { _ = try await transport.send(OutboundRequest(url: peer.url)) } == .shutDown)
      await ended.next()
    }
  }

  @Test("Shutting down ends a body that is being read")
  func shutdownWhileReading() async throws {
    try await withTransport(to: holdingPeer(answers: true)) { transport, peer in
      let response = try await transport.send(OutboundRequest(url: peer.url))
      let reading = Task { await outboundCode { for try await _ in response.body {} } }

      await transport.shutdown()

      #expect(await reading.value == .shutDown)
    }
  }

  /// Answers with a header or not at all, and tells when the client has gone.
  private func holdingPeer(answers: Bool) -> HTTPPeerScript {
    { [arrived, ended] exchange in
      if answers { try await exchange.begin() }
      arrived.happen()
      await exchange.waitForHangUp()
      ended.happen()
    }
  }
}

/// Something that happens at the peer and that the test waits for.
private struct Event: Sendable {
  private let stream: AsyncStream<Void>
  private let continuation: AsyncStream<Void>.Continuation

  init() {
    (stream, continuation) = AsyncStream.makeStream()
  }

  func happen() {
    continuation.yield()
  }

  func next() async {
    for await _ in stream { return }
  }
}
