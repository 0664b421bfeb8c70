import ServiceConfiguration

/// Variables of the storage.
package struct StorageConfiguration: Sendable {
  /// The key for audio on disk is derived from it.
  package var secret: String

  package init(_ variables: VariableReader) {
    let name = "SECRET_KEY"
    secret = variables.parsed(
      name, kind: "at least 32 bytes", default: "", shownDefault: "",
      "Keys for links, stored secrets and audio on disk are derived from it.", secret: true
    ) { $0.utf8.count >= 32 ? $0 : nil }
    if secret.isEmpty && !variables.problems.contains(where: { $0.variable == name }) {
      variables.refuse(name, "is missing: recordings are encrypted with it")
    }
  }
}
