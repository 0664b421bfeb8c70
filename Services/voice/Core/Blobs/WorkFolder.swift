import ServiceHost

/// Where uploads and lent files lie while they are worked on; emptied at every start.
package struct WorkFolder: Sendable {
  package let path: String

  package init(path: String) {
    self.path = path
  }
}

extension PortKey where Value == WorkFolder {
  package static var workFolder: Self { PortKey("voice.workFolder") }
}
