import ServiceConfiguration

/// Variables of the list of recordings.
package struct RecordingsConfiguration: Sendable {
  /// Audio links are signed under a key derived from it.
  package var secret: String

  package init(_ variables: VariableReader) {
    let name = "SECRET_KEY"
    let problems = variables.problems.count
    secret = variables.parsed(
      name, kind: "at least 32 bytes", default: "", shownDefault: "",
      "Keys for links and stored secrets are derived from it.",
      secret: true
    ) { $0.utf8.count >= 32 ? $0 : nil }
    if secret.isEmpty && variables.problems.count == problems {
      variables.refuse(name, "is missing: links to recordings cannot be signed")
    }
  }
}
