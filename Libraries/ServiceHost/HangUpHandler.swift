import NIOCore

/// Turns a client's half-close into a full one, so that a long answer notices at once that nobody listens.
///
/// HTTP clients do not close one direction only and go on reading; what arrives here as a half-close is a client
/// that has gone.
final class HangUpHandler: ChannelInboundHandler, RemovableChannelHandler, Sendable {
  typealias InboundIn = Any

  func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
    if case .inputClosed? = event as? ChannelEvent { context.close(promise: nil) }
    context.fireUserInboundEventTriggered(event)
  }
}
