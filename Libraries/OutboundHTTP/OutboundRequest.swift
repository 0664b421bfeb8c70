/// One outgoing HTTP request.
package struct OutboundRequest: Sendable {
  package var method: String
  /// Absolute `http` or `https` URL; redirects are not followed.
  package var url: String
  package var headers: [(name: String, value: String)]
  package var body: OutboundBody
  package var timeouts: OutboundTimeouts

  package init(
    method: String = "GET", url: String, headers: [(name: String, value: String)] = [],
    body: OutboundBody = .none, timeouts: OutboundTimeouts = OutboundTimeouts()
  ) {
    self.method = method
    self.url = url
    self.headers = headers
    self.body = body
    self.timeouts = timeouts
  }
}

/// What a request carries.
package enum OutboundBody: Sendable {
  case none
  case bytes([UInt8])
  /// `multipart/form-data`, streamed; files are read from disk while they are sent.
  case multipart([MultipartPart])
  /// A body of unknown length, pulled chunk by chunk as the peer takes it; `nil` ends it, an error aborts the transfer.
  case stream(@Sendable () async throws -> [UInt8]?)
}

/// One part of a `multipart/form-data` body.
package struct MultipartPart: Sendable {
  package enum Content: Sendable {
    case bytes([UInt8])
    case file(path: String)
  }

  package var name: String
  package var filename: String?
  package var contentType: String?
  package var content: Content

  package init(name: String, filename: String? = nil, contentType: String? = nil, content: Content) {
    self.name = name
    self.filename = filename
    self.contentType = contentType
    self.content = content
  }
}

/// Bounds per phase of a transfer.
package struct OutboundTimeouts: Sendable, Equatable {
  /// Name look-up, connection and TLS handshake.
  package var connect: Duration
  /// From the start of the transfer to the first byte of the answer's header.
  package var firstByte: Duration
  /// The longest silence while the answer's body arrives; time that the reader itself takes does not count.
  package var idle: Duration

  package init(connect: Duration = .seconds(3), firstByte: Duration = .seconds(10), idle: Duration = .seconds(10)) {
    self.connect = connect
    self.firstByte = firstByte
    self.idle = idle
  }
}
