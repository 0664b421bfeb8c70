import Hummingbird
import Logging
import NIOCore

/// What the server hands to the router for each request.
package struct ServiceRequestContext: RequestContext {
  package var coreContext: CoreRequestContextStorage
  /// Peer of the connection.
  package let peer: String
  let departure: ClientDeparture

  package init(source: ApplicationRequestContextSource) {
    coreContext = .init(source: source)
    departure = ClientDeparture(closed: source.channel.closeFuture)
    peer = source.channel.remoteAddress?.ipAddress ?? "unknown"
  }
}
