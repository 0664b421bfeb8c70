import NIOCore

/// Counts the connections that clients open; one that is used again counts once.
final class ConnectionCounter: ChannelInboundHandler, RemovableChannelHandler, Sendable {
  typealias InboundIn = Any

  private let state: EmulatorState

  init(_ state: EmulatorState) {
    self.state = state
  }

  func handlerAdded(context: ChannelHandlerContext) {
    state.update { $0.connections += 1 }
  }
}
