import ServiceConfiguration

/// Which writers are asked, in which order, and for how long.
///
/// `TEXT_PROVIDERS` (`gemini,template`; without a key `template`), `TEXT_PROVIDER_TIMEOUT_SECONDS` (8, for all
/// language models together), and each provider's own variables. The offline writer always stands last, whether or
/// not it is listed: nothing unchecked is ever spoken.
package struct PromptConfiguration: Sendable {
  /// In order.
  var writers: [WriterKind.Maker]
  var hasGoogleKey: Bool
  var timeout: Duration

  init(_ variables: VariableReader) {
    hasGoogleKey = WriterKind.googleKey(variables) != nil
    let listed = Self.listed(variables, hasKey: hasGoogleKey)
    timeout = variables.seconds(
      "TEXT_PROVIDER_TIMEOUT_SECONDS", default: 8, in: 1...60, "Longest wait for a text, corrections included.")
    let makers = WriterKind.all.map { ($0.name, $0.configure(variables, listed.contains($0.name))) }
    writers = listed.compactMap { name in makers.first { $0.0 == name }?.1 }
  }

  private static func listed(_ variables: VariableReader, hasKey: Bool) -> [String] {
    let names = WriterKind.all.map { $0.name } + [WriterKind.offline]
    return variables.parsed(
      "TEXT_PROVIDERS", kind: "a list of \(names.joined(separator: ", ")), each once",
      default: hasKey ? ["gemini", "template"] : ["template"],
      shownDefault: "gemini,template", "Writers in the order in which they are asked."
    ) { text in
      let listed = text.split(separator: ",").map { $0.filter { $0 != " " } }
      let isUsable = !listed.isEmpty && listed.allSatisfy(names.contains) && Set(listed).count == listed.count
      return isUsable ? listed : nil
    }
  }
}
