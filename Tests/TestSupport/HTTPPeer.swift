import NIOCore
import NIOHTTP1
import NIOPosix
import Synchronization

/// A loopback HTTP/1.1 server whose answers are written by the test, byte for byte in time.
package final class HTTPPeer: Sendable {
  typealias Connection = NIOAsyncChannel<HTTPServerRequestPart, HTTPServerResponsePart>

  package let port: Int
  private let bytesSentCount = Atomic(0)

  fileprivate init(port: Int) {
    self.port = port
  }

  package var url: String { "http://127.0.0.1:\(port)" }

  /// Body bytes that the operating system has taken, over all connections.
  package var bytesSent: Int { bytesSentCount.load(ordering: .relaxed) }

  func countSent(_ bytes: Int) {
    bytesSentCount.add(bytes, ordering: .relaxed)
  }
}

/// Answers one request; throwing closes the connection as it stands.
package typealias HTTPPeerScript = @Sendable (HTTPExchange) async throws -> Void

/// Thrown by a script to break the connection off.
package struct PeerHangsUp: Error {
  package init() {}
}

/// Runs `body` while a peer answers every request by `script`; all of it ends with `body`.
package func withHTTPPeer<Result: Sendable>(
  _ script: @escaping HTTPPeerScript, _ body: @Sendable (HTTPPeer) async throws -> Result
) async throws -> Result {
  let server = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
    .serverChannelOption(.backlog, value: 512)
    .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
    .childChannelOption(.tcpOption(.tcp_nodelay), value: 1)
    .childChannelOption(.socketOption(.so_sndbuf), value: 65_536)
    .bind(host: "127.0.0.1", port: 0) { channel in
      channel.eventLoop.makeCompletedFuture {
        try channel.pipeline.syncOperations.configureHTTPServerPipeline(withPipeliningAssistance: false)
        return try HTTPPeer.Connection(wrappingChannelSynchronously: channel)
      }
    }
  let peer = HTTPPeer(port: server.channel.localAddress?.port ?? 0)
  return try await withThrowingTaskGroup(of: Void.self) { group in
    group.addTask { try await peer.serve(server, script) }
    defer { group.cancelAll() }
    return try await body(peer)
  }
}

extension HTTPPeer {
  fileprivate func serve(_ server: NIOAsyncChannel<Connection, Never>, _ script: @escaping HTTPPeerScript) async throws
  {
    try await withThrowingDiscardingTaskGroup { group in
      try await server.executeThenClose { connections in
        for try await connection in connections {
          group.addTask { try? await self.serve(connection, script) }
        }
      }
    }
  }

  private func serve(_ connection: Connection, _ script: HTTPPeerScript) async throws {
    let clientPort = connection.channel.remoteAddress?.port ?? 0
    try await connection.executeThenClose { inbound, _ in
      let reader = HTTPPeerReader(inbound.makeAsyncIterator())
      while let head = try await reader.nextHead() {
        try await script(
          HTTPExchange(peer: self, clientPort: clientPort, head: head, reader: reader, channel: connection.channel))
        try await reader.skipBody()
      }
    }
  }
}
