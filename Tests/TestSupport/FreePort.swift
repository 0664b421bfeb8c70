import Foundation

/// TCP ports on the loopback address.
package enum FreePort {
  /// A port that nothing listened on a moment ago.
  package static func find() -> Int {
    withSocket { socket in
      var address = loopback(port: 0)
      _ = withSocketAddress(&address) { bind(socket, $0, $1) }
      var length = socklen_t(MemoryLayout<sockaddr_in>.size)
      _ = withSocketAddress(&address) { pointer, _ in getsockname(socket, pointer, &length) }
      return Int(in_port_t(bigEndian: address.sin_port))
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
