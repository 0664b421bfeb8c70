import ServiceHost

/// Tells this installation's voices from all others at the provider; made with the database (G5).
package struct InstallationID: Sendable, Equatable {
  package let text: String

  package init(_ text: String) {
    self.text = text
  }

  /// Labels of a voice that we make.
  package func labels(intentID: String) -> [String: String] {
    [Label.app: Label.appName, Label.installation: text, Label.creation: intentID]
  }

  package func owns(_ labels: [String: String]) -> Bool { labels[Label.installation] == text }

  /// The intent that a voice of ours was made for.
  package static func intentID(in labels: [String: String]) -> String? { labels[Label.creation] }

  private enum Label {
    static let app = "app"
    static let appName = "voicememos"
    static let installation = "installation"
    static let creation = "creation"
  }
}

extension PortKey where Value == InstallationID {
  package static var installationID: Self { PortKey("voice.installationID") }
}
