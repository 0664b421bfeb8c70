import OutboundHTTP
import TestSupport
import Testing

@Suite("Bounds of the curl transport")
struct CurlTransportTimeoutTests {
  @Test("A port where nothing listens refuses at once, and the request never arrived")
  func refused() async throws {
    let transport = CurlTransport()

    let error = await #expect(throws: OutboundError.self) {
      try await transport.send(OutboundRequest(method: "POST", url: "http://127.0.0.1:\(FreePort.find())"))
    }

    #expect(error?.code == .connect)
    #expect(error?.requestNeverArrived == true)
    await transport.shutdown()
  }

  @Test("A name that does not exist cannot be resolved")
  func unresolvable() async throws {
    let transport = CurlTransport()

    let code = await outboundCode { _ = try await transport.send(OutboundRequest(url: "http://nowhere.invalid/")) }

    #expect(code == .resolve)
    await transport.shutdown()
  }

  @Test("A peer that takes no connection runs into the connect bound")
  func connect() async throws {
    let transport = CurlTransport()
    let full = FullBacklog()
    defer { full.close() }
    let bounds = OutboundTimeouts(connect: .milliseconds(200), firstByte: .seconds(30))

    let error = await #expect(throws: OutboundError.self) {
      try await transport.send(OutboundRequest(url: "http://127.0.0.1:\(full.port)", timeouts: bounds))
    }

    #expect(error?.code == .connectTimeout)
    #expect(error?.requestNeverArrived == true)
    await transport.shutdown()
  }

  @Test("A peer that never answers runs into the first-byte bound")
  func firstByte() async throws {
    try await withTransport(to: { await $0.waitForHangUp() }) { transport, peer in
      let bounds = OutboundTimeouts(firstByte: .milliseconds(200))

      let error = await #expect(throws: OutboundError.self) {
        try await transport.send(OutboundRequest(url: peer.url, timeouts: bounds))
      }

      #expect(error?.code == .firstByteTimeout)
      #expect(error?.requestNeverArrived == false)
    }
  }

  @Test("An answer that falls silent runs into the idle bound")
  func idle() async throws {
    try await withTransport(to: { exchange in
      try await exchange.begin()
      try await exchange.send([1])
      await exchange.waitForHangUp()
    }) { transport, peer in
      let bounds = OutboundTimeouts(firstByte: .seconds(30), idle: .milliseconds(500))
      let response = try await transport.send(OutboundRequest(url: peer.url, timeouts: bounds))

      let code = await outboundCode { for try await _ in response.body {} }

      #expect(code == .idleTimeout)
    }
  }

  @Test("A slow reader does not run into the idle bound")
  func slowReader() async throws {
    try await withTransport(to: { try await $0.respond(body: [UInt8](repeating: 1, count: 3 << 20)) }) {
      transport, peer in
      let bounds = OutboundTimeouts(firstByte: .seconds(30), idle: .milliseconds(500))
      let response = try await transport.send(OutboundRequest(url: peer.url, timeouts: bounds))
      try await Task.sleep(for: .milliseconds(700))

      let total = try await response.body.reduce(0) { $0 + $1.count }

      #expect(total == 3 << 20)
    }
  }
}
