import NIOCore
import NIOPosix

/// One connection that is logged in; commands are pipelined in the order of their sending.
struct RedisConnection: Sendable {
  private let channel: any Channel

  static func open(_ address: RedisAddress, bounds: RedisConfiguration) async throws(RedisError) -> RedisConnection {
    let connection = RedisConnection(channel: try await connect(address, within: bounds.connectTimeout))
    do throws(RedisError) {
      for command in address.greeting { _ = try await connection.send(command, within: bounds.connectTimeout) }
      return connection
    } catch {
      connection.close()
      throw RedisError(error.code, error.detail, wasSent: false)
    }
  }

  var isOpen: Bool { channel.isActive }

  func send(_ words: [RedisArgument], within bound: Duration) async throws(RedisError) -> RedisValue {
    let reply = channel.eventLoop.makePromise(of: RedisValue.self)
    let command = RedisCommand(bytes: RedisCommand.encode(words), deadline: .now() + TimeAmount(bound), reply: reply)
    channel.write(command).cascadeFailure(to: reply)
    do {
      return try await reply.futureResult.get()
    } catch {
      throw (error as? RedisError) ?? RedisError(.connectionLost, "\(error)", wasSent: false)
    }
  }

  func close() {
    channel.close(promise: nil)
  }

  private static func connect(_ address: RedisAddress, within bound: Duration) async throws(RedisError) -> any Channel {
    let bootstrap = ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
      .connectTimeout(TimeAmount(bound))
      .channelOption(.tcpOption(.tcp_nodelay), value: 1)
      .channelInitializer { channel in
        channel.eventLoop.makeCompletedFuture {
          guard let reader = ReplyReader() else { throw RedisError(.connect, "out of memory", wasSent: false) }
          try channel.pipeline.syncOperations.addHandler(ReplyHandler(reader: reader))
        }
      }
    do {
      return try await bootstrap.connect(host: address.host, port: address.port).get()
    } catch {
      throw RedisError(.connect, "\(error)", wasSent: false)
    }
  }
}

extension RedisAddress {
  /// What a new connection says first.
  fileprivate var greeting: [[RedisArgument]] {
    var commands: [[RedisArgument]] = []
    if let password { commands.append(["AUTH"] + (user.map { [RedisArgument($0)] } ?? []) + [RedisArgument(password)]) }
    if database != 0 { commands.append(["SELECT", RedisArgument(database)]) }
    return commands
  }
}
