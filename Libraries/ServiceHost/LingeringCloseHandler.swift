import NIOCore

/// Reads on for a while after the last answer on a connection, and drops what comes.
///
/// A client that sends its whole body before it reads would otherwise never see the refusal that came early
/// (RFC 9112, 9.6).
final class LingeringCloseHandler: ChannelDuplexHandler, RemovableChannelHandler {
  typealias InboundIn = Any
  typealias OutboundIn = Any

  private static let longest = TimeAmount.seconds(5)
  private var isLingering = false

  func close(context: ChannelHandlerContext, mode: CloseMode, promise: EventLoopPromise<Void>?) {
    context.close(mode: mode, promise: promise)
    guard mode == .output else { return }
    isLingering = true
    let channel = context.channel
    context.eventLoop.scheduleTask(in: Self.longest) { channel.close(promise: nil) }
    context.read()
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    if !isLingering { context.fireChannelRead(data) }
  }

  func channelReadComplete(context: ChannelHandlerContext) {
    if isLingering { context.read() } else { context.fireChannelReadComplete() }
  }
}
