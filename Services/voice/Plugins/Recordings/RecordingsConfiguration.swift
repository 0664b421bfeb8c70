import ServiceConfiguration

/// Variables of the list of recordings.
package struct RecordingsConfiguration: Sendable {
  /// Audio links are signed under a key derived from it.
  package var secret: String
  /// `nil`: recordings are kept until somebody deletes them.
  package var retentionDays: Int?

  package init(_ variables: VariableReader) {
    retentionDays = variables.optionalWhole(
      "RECORDING_RETENTION_DAYS", in: 1...36_500,
      "Days after which notes, decoys and samples that make no clone are deleted.", shownDefault: "kept")
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
