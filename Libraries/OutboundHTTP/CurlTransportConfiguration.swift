/// How a ``CurlTransport`` treats its connections and buffers.
package struct CurlTransportConfiguration: Sendable {
  /// Bytes of an answer kept per transfer for a reader that is behind; beyond it the peer is not read.
  package var bufferLimit: Int
  /// Connections kept open for the next request, over all peers.
  package var idleConnections: Int
  /// A connection that was idle for longer is not used again. Below the keep-alive time of common servers.
  package var idleConnectionAge: Duration
  /// PEM file of certificate authorities to trust instead of the system's.
  package var certificateAuthorities: String?

  package init(
    bufferLimit: Int = 256 * 1024, idleConnections: Int = 256, idleConnectionAge: Duration = .seconds(50),
    certificateAuthorities: String? = nil
  ) {
    self.bufferLimit = bufferLimit
    self.idleConnections = idleConnections
    self.idleConnectionAge = idleConnectionAge
    self.certificateAuthorities = certificateAuthorities
  }
}
