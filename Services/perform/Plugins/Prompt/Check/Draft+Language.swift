extension Draft {
  func languageViolation(_ evidence: LanguageEvidence) -> TextViolation.Kind? {
    let text = surroundings.joined(separator: " ")
    let isForeign = text.unicodeScalars.contains(where: \.isForeignLetter)
    return isForeign || evidence.speaks(against: expectation.language, in: text) ? .wrongLanguage : nil
  }
}

extension Unicode.Scalar {
  /// No letter of a note's languages: letters that look like theirs would hide a word from the eye of the check.
  fileprivate var isForeignLetter: Bool {
    guard self > Self.lastEuropeanLetter else { return false }
    switch properties.generalCategory {
    case .nonspacingMark, .spacingMark, .enclosingMark: return true
    default: return properties.isAlphabetic
    }
  }

  /// The end of Latin Extended-A.
  private static let lastEuropeanLetter: Unicode.Scalar = "\u{17F}"
}
