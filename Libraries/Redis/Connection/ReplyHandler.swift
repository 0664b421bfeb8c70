import NIOCore

/// Sends commands and hands each reply to the oldest command that waits for one.
final class ReplyHandler: ChannelDuplexHandler {
  typealias InboundIn = ByteBuffer
  typealias OutboundIn = RedisCommand
  typealias OutboundOut = ByteBuffer

  private let reader: ReplyReader
  private var pending = CircularBuffer<RedisCommand>()
  private var failure: RedisError?
  private var timer: Scheduled<Void>?
  private var flushIsScheduled = false

  init(reader: consuming ReplyReader) {
    self.reader = reader
  }

  func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
    let command = unwrapOutboundIn(data)
    promise?.succeed()
    if failure != nil { return command.reply.fail(RedisError(.connectionLost, wasSent: false)) }
    pending.append(command)
    context.write(wrapOutboundOut(command.bytes), promise: nil)
    scheduleFlush(context)
    scheduleTimeout(context)
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    do {
      try unwrapInboundIn(data).withUnsafeReadableBytes { try reader.feed($0) }
      while let reply = try reader.next() { deliver(reply) }
    } catch {
      giveUp(context, (error as? RedisError) ?? RedisError(.malformedReply, wasSent: true))
    }
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    giveUp(context, RedisError(.connectionLost, "\(error)", wasSent: true))
  }

  func channelInactive(context: ChannelHandlerContext) {
    giveUp(context, RedisError(.connectionLost, wasSent: true))
    context.fireChannelInactive()
  }
}

extension ReplyHandler {
  private func deliver(_ reply: RedisValue) {
    guard let command = pending.popFirst() else { return }
    if case .error(let line) = reply {
      command.reply.fail(RedisError(.refused, line, wasSent: true))
    } else {
      command.reply.succeed(reply)
    }
  }

  private func giveUp(_ context: ChannelHandlerContext, _ error: RedisError) {
    guard failure == nil else { return }
    failure = error
    timer?.cancel()
    while let command = pending.popFirst() { command.reply.fail(error) }
    context.close(promise: nil)
  }

  /// Commands that arrive in the same turn of the event loop leave in one write.
  private func scheduleFlush(_ context: ChannelHandlerContext) {
    if flushIsScheduled { return }
    flushIsScheduled = true
    context.eventLoop.assumeIsolated().execute {
      self.flushIsScheduled = false
      context.flush()
    }
  }

  /// One timer for the oldest command; the others have later deadlines.
  private func scheduleTimeout(_ context: ChannelHandlerContext) {
    guard timer == nil, let oldest = pending.first else { return }
    timer = context.eventLoop.assumeIsolated().scheduleTask(deadline: oldest.deadline) {
      self.timer = nil
      self.checkTimeout(context)
    }
  }

  private func checkTimeout(_ context: ChannelHandlerContext) {
    if let oldest = pending.first, oldest.deadline <= .now() {
      giveUp(context, RedisError(.timeout, wasSent: true))
    } else {
      scheduleTimeout(context)
    }
  }
}
