import NIOCore

/// A command as it goes over the wire, with the promise of its reply.
struct RedisCommand: Sendable {
  let bytes: ByteBuffer
  let deadline: NIODeadline
  let reply: EventLoopPromise<RedisValue>

  /// A RESP array of bulk strings.
  static func encode(_ words: [RedisArgument]) -> ByteBuffer {
    var buffer = ByteBuffer()
    buffer.reserveCapacity(words.reduce(16) { $0 + $1.bytes.count + 16 })
    buffer.writeString("*\(words.count)\r\n")
    for word in words {
      buffer.writeString("$\(word.bytes.count)\r\n")
      buffer.writeBytes(word.bytes)
      buffer.writeString("\r\n")
    }
    return buffer
  }
}
