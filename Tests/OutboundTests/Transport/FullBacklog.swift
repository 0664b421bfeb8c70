import Foundation

/// A listening socket whose queue is full: further connections get no answer.
final class FullBacklog {
  let port: Int
  private var sockets: [CInt]

  init() {
    let listener = socket(AF_INET, CInt(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = in_addr_t(INADDR_LOOPBACK).bigEndian
    withSockaddr(&address) { _ = bind(listener, $0, $1) }
    listen(listener, 0)
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    withSockaddr(&address) { pointer, _ in _ = getsockname(listener, pointer, &length) }
    port = Int(in_port_t(bigEndian: address.sin_port))
    sockets = [listener]
    for _ in 0..<4 {
      let client = socket(AF_INET, CInt(SOCK_STREAM.rawValue) | CInt(SOCK_NONBLOCK.rawValue), 0)
      withSockaddr(&address) { _ = connect(client, $0, $1) }
      sockets.append(client)
    }
  }

  func close() {
    for socket in sockets { _ = Foundation.close(socket) }
  }
}

private func withSockaddr(_ address: inout sockaddr_in, _ body: (UnsafeMutablePointer<sockaddr>, socklen_t) -> Void) {
  withUnsafeMutablePointer(to: &address) {
    $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { body($0, socklen_t(MemoryLayout<sockaddr_in>.size)) }
  }
}
