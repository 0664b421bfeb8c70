/// The transport over libcurl: HTTP/2 where the peer offers it over TLS, HTTP/1.1 otherwise, connections kept warm.
///
/// One thread moves the bytes of all transfers. Certificates are always verified and proxy variables of the environment
/// are ignored. A request that is not idempotent is sent at most once: curl's silent repetition on a connection that
/// turned out to be dead becomes ``OutboundError/Code/cut``.
package final class CurlTransport: OutboundTransport {
  private let configuration: CurlTransportConfiguration
  private let loop: MultiLoop

  package init(configuration: CurlTransportConfiguration = CurlTransportConfiguration()) {
    self.configuration = configuration
    loop = MultiLoop(configuration: configuration)
    loop.start()
  }

  deinit {
    loop.close()
  }

  package func send(_ request: OutboundRequest) async throws(OutboundError) -> OutboundResponse {
    try request.validate()
    let transfer = Transfer(request, mailbox: loop.mailbox, bufferLimit: configuration.bufferLimit)
    let reader = ResponseReader(transfer)
    let head = try await transfer.head()
    let body = OutboundResponseBody { () async throws(OutboundError) in try await reader.next() }
    return OutboundResponse(status: head.status, headers: head.headers, body: body)
  }

  /// Ends every transfer with ``OutboundError/Code/shutDown``, closes all connections and waits for the thread's end.
  ///
  /// Requests sent afterwards fail the same way.
  package func shutdown() async {
    loop.close()
    await loop.waitForEnd()
  }
}
