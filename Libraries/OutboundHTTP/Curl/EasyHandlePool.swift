internal import CCurl

/// Finished easy handles for the next transfers: each keeps the TLS sessions that it has seen, which saves a round trip.
struct EasyHandlePool {
  private static let limit = 64
  private let configuration: CurlTransportConfiguration
  private var idle: [EasyHandle] = []

  init(configuration: CurlTransportConfiguration) {
    self.configuration = configuration
  }

  mutating func take() -> EasyHandle {
    let handle = idle.popLast() ?? EasyHandle()
    handle.setDefaults(configuration)
    return handle
  }

  mutating func giveBack(_ handle: EasyHandle) {
    handle.reset()
    if idle.count < Self.limit { idle.append(handle) }
  }

  mutating func close() {
    idle = []
  }
}
