import Synchronization

/// Where the services are reached. In one process the internal listener's address is known only once it listens.
package final class ServiceAddresses: Sendable {
  private let urls: Mutex<[ServiceName: String]>

  package init(_ urls: [ServiceName: String]) {
    self.urls = Mutex(urls)
  }

  package func set(_ url: String, for service: ServiceName) {
    urls.withLock { $0[service] = url }
  }

  package subscript(_ service: ServiceName) -> String? {
    urls.withLock { $0[service] }
  }
}

/// The deployables that call each other.
package enum ServiceName: String, Sendable, CaseIterable {
  case auth, voice, perform, billing
}
