import NIOCore
import NIOPosix

/// A TCP connection on which a test says what no proper HTTP client would.
package enum RawConnection {
  /// Connects to `url`'s port on loopback, sends `bytes`, and returns all that comes until the server closes.
  ///
  /// - Returns: `nil` when the server has not closed within `patience`.
  package static func exchange(
    _ url: String, sending bytes: [UInt8], patience: Duration = .seconds(20)
  ) async throws -> String? {
    let channel = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
      .channelOption(.allowRemoteHalfClosure, value: true)
      .connect(host: "127.0.0.1", port: port(of: url)) { channel in
        channel.eventLoop.makeCompletedFuture {
          try NIOAsyncChannel<ByteBuffer, ByteBuffer>(wrappingChannelSynchronously: channel)
        }
      }
    return try await withThrowingTaskGroup(of: String?.self) { group in
      group.addTask { try await talk(on: channel, sending: bytes) }
      group.addTask {
        try await Task.sleep(for: patience)
        return nil
      }
      defer { group.cancelAll() }
      return try await group.next() ?? nil
    }
  }

  /// Connects, sends `bytes`, and reads nothing of what comes while `body` runs.
  package static func withoutReading(
    _ url: String, sending bytes: [UInt8], _ body: () async throws -> Void
  ) async throws {
    let channel = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
      .channelOption(.autoRead, value: false).connect(host: "127.0.0.1", port: port(of: url)).get()
    try await channel.writeAndFlush(ByteBuffer(bytes: bytes))
    do {
      try await body()
    } catch {
      try? await channel.close()
      throw error
    }
    try? await channel.close()
  }

  private static func port(of url: String) -> Int { Int(url.split(separator: ":").last ?? "") ?? 0 }

  private static func talk(
    on channel: NIOAsyncChannel<ByteBuffer, ByteBuffer>, sending bytes: [UInt8]
  ) async throws -> String {
    try await channel.executeThenClose { inbound, outbound in
      for start in stride(from: 0, to: bytes.count, by: 1 << 16) {
        try await outbound.write(ByteBuffer(bytes: bytes[start..<min(bytes.count, start + 1 << 16)]))
      }
      var answer = ""
      for try await part in inbound { answer += String(buffer: part) }
      return answer
    }
  }
}
