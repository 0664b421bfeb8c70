import Foundation

/// One or two sentences with a gap for the value.
struct NoteFrame: Sendable {
  var before: String
  var after: String
  /// Code points without the value.
  var count: Int
  /// Lower-case words without the value.
  var words: Set<String>

  /// `{value}` marks the gap.
  init(_ text: String) {
    let halves = text.components(separatedBy: "{value}")
    before = halves[0]
    after = halves.dropFirst().joined()
    count = (before + after).unicodeScalars.count
    words = Self.words(before + " " + after)
  }

  func text(_ value: String) -> String { before + value + after }

  static func words(_ text: String) -> Set<String> {
    Set(text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init))
  }
}
