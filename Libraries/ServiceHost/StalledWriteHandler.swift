import NIOCore

/// Closes a connection whose client has stopped reading in the middle of an answer.
///
/// The server's own idle timeout waits for requests only: while an answer is under way it leaves the connection open.
/// Single-threaded: one per connection.
final class StalledWriteHandler: ChannelInboundHandler, RemovableChannelHandler {
  typealias InboundIn = Any

  private let longest: TimeAmount
  private var deadline: Scheduled<Void>?

  /// - Parameter longest: how long nothing of a full buffer may leave.
  init(longest: Duration) {
    self.longest = TimeAmount(longest)
  }

  func channelWritabilityChanged(context: ChannelHandlerContext) {
    deadline?.cancel()
    deadline = context.channel.isWritable ? nil : closing(context.channel)
    context.fireChannelWritabilityChanged()
  }

  func channelInactive(context: ChannelHandlerContext) {
    deadline?.cancel()
    context.fireChannelInactive()
  }

  private func closing(_ channel: any Channel) -> Scheduled<Void> {
    channel.eventLoop.scheduleTask(in: longest) { channel.close(promise: nil) }
  }
}
