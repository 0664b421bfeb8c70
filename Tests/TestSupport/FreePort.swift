import Foundation
import Synchronization

/// TCP ports on the loopback address.
package enum FreePort {
  /// Below the range from which systems give ports to outgoing connections and to those who listen on port 0: what is
  /// found here stays free until it is used, also while its program is down.
  private static let range = 20_000..<32_000
  private static let given = Mutex(Set<Int>())

  /// A port that nothing listens on, that this process was never given before, and that nobody is given by chance.
  package static func find() -> Int {
    while true {
      let port = Int.random(in: range)
      if given.withLock({ $0.insert(port).inserted }), isFree(port) { return port }
    }
  }

  private static func isFree(_ port: Int) -> Bool {
    withSocket { socket in
      var address = loopback(port: port)
      return withSocketAddress(&address) { bind(socket, $0, $1) } == 0
    }
  }

  package static func isListening(_ port: Int) -> Bool {
    withSocket { socket in
      var address = loopback(port: port)
      return withSocketAddress(&address) { connect(socket, $0, $1) } == 0
    }
  }

  private static func withSocket<Result>(_ body: (CInt) -> Result) -> Result {
    let socket = socket(AF_INET, CInt(SOCK_STREAM.rawValue), 0)
    defer { close(socket) }
    return body(socket)
  }

  private static func loopback(port: Int) -> sockaddr_in {
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = in_port_t(port).bigEndian
    address.sin_addr.s_addr = in_addr_t(INADDR_LOOPBACK).bigEndian
    return address
  }

  private static func withSocketAddress(
    _ address: inout sockaddr_in, _ body: (UnsafeMutablePointer<sockaddr>, socklen_t) -> CInt
  ) -> CInt {
    withUnsafeMutablePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { body($0, socklen_t(MemoryLayout<sockaddr_in>.size)) }
    }
  }
}
