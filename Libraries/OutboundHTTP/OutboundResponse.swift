/// The answer to an ``OutboundRequest``.
package struct OutboundResponse: Sendable {
  package var status: Int
  package var headers: OutboundHeaders
  package var body: OutboundResponseBody

  package init(status: Int, headers: OutboundHeaders, body: OutboundResponseBody) {
    self.status = status
    self.headers = headers
    self.body = body
  }
}

/// Header fields in the order received; names compare without case.
package struct OutboundHeaders: Sendable {
  package var fields: [(name: String, value: String)]

  package init(_ fields: [(name: String, value: String)] = []) {
    self.fields = fields
  }

  /// The first value of the field.
  package subscript(_ name: String) -> String? {
    fields.first { $0.name.lowercased() == name.lowercased() }?.value
  }
}

/// A body that is read once, in chunks of arbitrary size. The transfer pauses while the reader does not ask.
package struct OutboundResponseBody: AsyncSequence, Sendable {
  package typealias Element = [UInt8]
  package typealias Failure = OutboundError

  private let next: @Sendable () async throws(OutboundError) -> [UInt8]?

  /// - Parameter next: the next chunk, `nil` after a complete body, or the error that cut it short.
  package init(next: @escaping @Sendable () async throws(OutboundError) -> [UInt8]?) {
    self.next = next
  }

  package struct AsyncIterator: AsyncIteratorProtocol {
    fileprivate let pull: @Sendable () async throws(OutboundError) -> [UInt8]?

    package mutating func next() async throws(OutboundError) -> [UInt8]? {
      try await pull()
    }

    package mutating func next(isolation actor: isolated (any Actor)?) async throws(OutboundError) -> [UInt8]? {
      try await pull()
    }
  }

  package func makeAsyncIterator() -> AsyncIterator {
    AsyncIterator(pull: next)
  }

  /// The whole body; throws `tooLarge` past `limit` bytes.
  package func collect(upTo limit: Int) async throws(OutboundError) -> [UInt8] {
    var bytes: [UInt8] = []
    while let chunk = try await next() {
      bytes += chunk
      if bytes.count > limit { throw OutboundError(.tooLarge, "the answer exceeds \(limit) bytes") }
    }
    return bytes
  }
}
