import Glibc

/// A listening loopback port that counts who connects and answers nobody.
final class LoopbackTrap {
  let port: Int
  private let socket: Int32

  init() {
    let socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_NONBLOCK.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    self.socket = socket
    port = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
        bind(socket, address, length)
        listen(socket, 16)
        getsockname(socket, address, &length)
      }
      return Int(UInt16(bigEndian: pointer.pointee.sin_port))
    }
  }

  deinit {
    close(socket)
  }

  /// How many have connected since the last time.
  func connectionCount() -> Int {
    var count = 0
    while case let connection = accept(socket, nil, nil), connection >= 0 {
      close(connection)
      count += 1
    }
    return count
  }
}
