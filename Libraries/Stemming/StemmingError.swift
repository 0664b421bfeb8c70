/// Why the words of a language cannot be used.
package struct StemmingError: Error, Sendable, CustomStringConvertible {
  package enum Code: String, Sendable {
    case unknownAlgorithm = "unknown_algorithm"
    case unreadableLanguage = "unreadable_language"
  }

  package var code: Code
  /// The algorithm or the file.
  package var detail: String

  package init(_ code: Code, _ detail: String) {
    self.code = code
    self.detail = detail
  }

  package var description: String { "\(code.rawValue): \(detail)" }
}
