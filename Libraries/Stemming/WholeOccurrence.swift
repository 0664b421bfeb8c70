/// A place where a value stands in a text as words of its own, in whatever case.
package struct WholeOccurrence: Sendable, Equatable {
  package var range: Range<String.Index>
  /// The spelling is the value's own, letter for letter.
  package var isVerbatim: Bool

  /// All occurrences, overlapping ones included; text and value are compared scalar by scalar, so both must be NFC.
  ///
  /// `7` does not stand in `17`, `7.5`, `7th`, `twenty-7`, `24/7`, `-7`, `$7`, `7 %` or `7 000`, `Ana` not in `Ana’s` or
  /// `Ana-Lena`, but it does in `d’Ana`.
  /// A symbol at a value's edge makes no difference: `C++` does not stand in `C++s`.
  package static func all(of value: String, in text: String) -> [WholeOccurrence] {
    let scalars = Array(text.unicodeScalars)
    let wanted = Array(value.unicodeScalars)
    guard !wanted.isEmpty, scalars.count >= wanted.count else { return [] }
    let (foldedText, foldedValue) = (scalars.map(\.lowercased), wanted.map(\.lowercased))
    let places = Array(text.unicodeScalars.indices) + [text.unicodeScalars.endIndex]
    return (0...(scalars.count - wanted.count)).compactMap { start in
      let span = start..<(start + wanted.count)
      guard foldedText[span] == foldedValue[...], standsAlone(span, in: scalars) else { return nil }
      let range = places[span.lowerBound]..<places[span.upperBound]
      return WholeOccurrence(range: range, isVerbatim: scalars[span] == wanted[...])
    }
  }

  private static func standsAlone(_ span: Range<Int>, in scalars: [Unicode.Scalar]) -> Bool {
    let scalar = { (index: Int) in scalars.indices.contains(index) ? scalars[index] : nil }
    if let next = scalar(span.upperBound), next.continuesCharacter { return false }
    if let last = scalar(span.lowerBound - 1), last.properties.isJoinControl { return false }
    if NumberNeighbours(of: span, in: scalars).areJoined { return false }
    let before = joins(
      edge: scalars[span.lowerBound], near: scalar(span.lowerBound - 1), far: scalar(span.lowerBound - 2),
      connectors: isClitic(scalars[span]) ? hyphens.union(apostrophes) : hyphens)
    let after = joins(
      edge: scalars[span.upperBound - 1], near: scalar(span.upperBound), far: scalar(span.upperBound + 1),
      connectors: hyphens.union(apostrophes))
    return !before && !after
  }

  private static func joins(
    edge: Unicode.Scalar, near: Unicode.Scalar?, far: Unicode.Scalar?, connectors: Set<Unicode.Scalar>
  ) -> Bool {
    guard let near else { return false }
    if near.isWordPart { return !near.isUnspaced }
    guard edge.isWordPart, !edge.isUnspaced, let far, far.isWordPart else { return false }
    return connectors.contains(near)
  }

  /// Belongs to the word before an apostrophe: `t` stands in no `can’t`, `un` in no `d’un coup`.
  private static func isClitic(_ scalars: ArraySlice<Unicode.Scalar>) -> Bool {
    clitics.contains(String(String.UnicodeScalarView(scalars)).lowercased())
  }

  private static let clitics: Set<String> = [
    "s", "t", "m", "d", "ll", "re", "ve", "un", "une", "una", "uno", "on", "en", "y", "il", "ils", "elle", "elles",
  ]

  private static let hyphens: Set<Unicode.Scalar> = ["-", "\u{2010}", "\u{2011}", "_"]
  private static let apostrophes: Set<Unicode.Scalar> = ["'", "\u{2019}"]
}
