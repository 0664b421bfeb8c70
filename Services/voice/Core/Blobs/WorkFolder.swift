import ServiceHost

/// Where this process's uploads and lent files lie while they are worked on; what a dead one left is removed.
package struct WorkFolder: Sendable {
  package let path: String

  package init(path: String) {
    self.path = path
  }
}

extension PortKey where Value == WorkFolder {
  package static var workFolder: Self { PortKey("voice.workFolder") }
}
