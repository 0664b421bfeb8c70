internal import CHiredis

/// hiredis' incremental parser: bytes in, whole replies out. Not thread-safe.
struct ReplyReader: ~Copyable {
  private let reader: UnsafeMutablePointer<redisReader>

  init?() {
    guard let reader = redisReaderCreate() else { return nil }
    self.reader = reader
  }

  deinit {
    redisReaderFree(reader)
  }

  func feed(_ bytes: UnsafeRawBufferPointer) throws(RedisError) {
    let status = redisReaderFeed(reader, bytes.bindMemory(to: CChar.self).baseAddress, bytes.count)
    guard status == REDIS_OK else { throw failure }
  }

  /// - Returns: the next whole reply, `nil` while there is none.
  func next() throws(RedisError) -> RedisValue? {
    var reply: UnsafeMutableRawPointer?
    guard redisReaderGetReply(reader, &reply) == REDIS_OK else { throw failure }
    guard let reply else { return nil }
    defer { freeReplyObject(reply) }
    return RedisValue(reply.assumingMemoryBound(to: redisReply.self).pointee)
  }

  private var failure: RedisError {
    RedisError(.malformedReply, "hiredis error \(reader.pointee.err)", wasSent: true)
  }
}

extension RedisValue {
  fileprivate init(_ reply: redisReply) {
    switch reply.type {
    case REDIS_REPLY_STRING: self = .string(reply.bytes)
    case REDIS_REPLY_STATUS: self = .status(String(decoding: reply.bytes, as: UTF8.self))
    case REDIS_REPLY_ERROR: self = .error(String(decoding: reply.bytes, as: UTF8.self))
    case REDIS_REPLY_INTEGER: self = .integer(reply.integer)
    case REDIS_REPLY_ARRAY: self = .array(reply.children)
    default: self = .null
    }
  }
}

extension redisReply {
  fileprivate var bytes: [UInt8] {
    Array(UnsafeRawBufferPointer(start: str, count: Int(len)))
  }

  fileprivate var children: [RedisValue] {
    UnsafeBufferPointer(start: element, count: Int(elements)).map { child in
      child.map { RedisValue($0.pointee) } ?? .null
    }
  }
}
