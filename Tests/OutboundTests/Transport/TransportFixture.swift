import OutboundHTTP
import TestSupport

/// Runs `body` with a transport of its own against a peer that answers by `script`.
func withTransport<Result: Sendable>(
  _ configuration: CurlTransportConfiguration = CurlTransportConfiguration(), to script: @escaping HTTPPeerScript,
  _ body: @Sendable (CurlTransport, HTTPPeer) async throws -> Result
) async throws -> Result {
  let transport = CurlTransport(configuration: configuration)
  return try await withHTTPPeer(script) { peer in
    do {
      let result = try await body(transport, peer)
      await transport.shutdown()
      return result
    } catch {
      await transport.shutdown()
      throw error
    }
  }
}

extension OutboundResponse {
  func text() async throws(OutboundError) -> String {
    String(decoding: try await body.collect(upTo: 1 << 20), as: UTF8.self)
  }
}

/// The code of the error that `body` throws.
func outboundCode(_ body: () async throws -> Void) async -> OutboundError.Code? {
  do {
    try await body()
    return nil
  } catch {
    return (error as? OutboundError)?.code
  }
}
