import AuthCore

/// Passwords of twelve and more characters that guessers try first.
///
/// Read from `CommonPasswords.txt`: whole ones a line each, then, after a line `stems`, words that are combined
/// with every ending after the line `endings`.
package struct CommonPasswords: Sendable {
  package static let bundled = CommonPasswords(
    String(decoding: PackageResources.CommonPasswords_txt, as: UTF8.self))

  private let keys: Set<String>

  package init(_ text: String) {
    let lines = text.split(separator: "\n")
    let parts = lines.split(omittingEmptySubsequences: false) { $0 == "stems" || $0 == "endings" }
    var keys = Set((parts.first ?? []).map(String.init))
    if parts.count == 3 {
      for stem in parts[1] {
        for ending in parts[2] { keys.insert(String(stem + ending)) }
      }
    }
    self.keys = keys
  }

  /// - Parameter key: the password, folded to small letters.
  package func contains(_ key: String) -> Bool { keys.contains(key) }

  package var count: Int { keys.count }
}
