import HTTPTypes
import Hummingbird

/// Finds out whose request it is behind proxies that we trust, and believes nobody else's header.
package struct ClientAddress: Sendable {
  private let trusted: AddressRanges

  /// - Parameter trusted: addresses of our own proxies (`TRUSTED_PROXIES`).
  package init(trusted: AddressRanges) {
    self.trusted = trusted
  }

  /// The rightmost address of `X-Forwarded-For` that is not a trusted proxy, if the peer itself is one.
  package func of(_ request: Request, peer: String) -> String {
    guard trusted.contains(peer), let name = HTTPField.Name("X-Forwarded-For") else { return peer }
    let hops = request.headers[values: name].flatMap { $0.split(separator: ",") }
      .map { $0.trimmingPrefix(while: \.isWhitespace) }
      .map { String($0.reversed().drop(while: \.isWhitespace).reversed()) }
    return hops.last { !trusted.contains($0) } ?? peer
  }
}
