import Foundation

/// A value or topic fit to be spoken: NFC, trimmed, single spaces, 1…200 code points, no invisible characters.
package struct SpokenValue: Sendable, Hashable {
  /// In Unicode code points, after normalisation.
  package static let maximumLength = 200

  package let text: String

  /// The length in Unicode code points, as charged and as the length rule counts.
  package var length: Int { text.unicodeScalars.count }

  /// - Parameter field: named in the problem.
  /// - Throws: ``ValueProblem`` `empty`, `tooLong`, `forbiddenCharacter` or `unspeakable`.
  package init(_ raw: String, field: String = "value") throws(ValueProblem) {
    let trimmed = raw.precomposedStringWithCanonicalMapping.trimmingCharacters(in: .whitespacesAndNewlines)
    if trimmed.isEmpty { throw ValueProblem(.empty, field: field, message: "\(field) must not be empty.") }
    if trimmed.unicodeScalars.contains(where: \.isForbiddenInSpeech) {
      throw ValueProblem(
        .forbiddenCharacter, field: field, message: "\(field) must not contain control or invisible characters.")
    }
    text = trimmed.withSingleSpaces
    if length > Self.maximumLength {
      throw ValueProblem(
        .tooLong, field: field, message: "\(field) must have at most \(Self.maximumLength) characters.")
    }
    if !text.isSpeakable {
      throw ValueProblem(.unspeakable, field: field, message: "\(field) must contain a letter, a digit or a symbol.")
    }
  }

  /// A field that may be left out: absent and blank are `nil`.
  package static func optional(_ raw: String?, field: String) throws(ValueProblem) -> SpokenValue? {
    guard let raw, !raw.allSatisfy(\.isWhitespace) else { return nil }
    return try SpokenValue(raw, field: field)
  }
}

extension Unicode.Scalar {
  /// Controls, line separators, bidi overrides, tags and other invisible or unassigned code points.
  /// Joiners and the short variation selectors stay: Persian words and composed emoji need them.
  fileprivate var isForbiddenInSpeech: Bool {
    switch properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned, .surrogate: true
    case .format: !properties.isJoinControl
    default: properties.isDefaultIgnorableCodePoint && (value > 0xFFFF || !properties.isVariationSelector)
    }
  }
}

extension String {
  fileprivate var withSingleSpaces: String {
    split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// A leading mark would fuse with whatever stands before the value.
  fileprivate var isSpeakable: Bool {
    guard let first = unicodeScalars.first, !first.isMark else { return false }
    return unicodeScalars.contains { !$0.isPunctuationOrSpace }
  }
}

extension Unicode.Scalar {
  fileprivate var isMark: Bool {
    switch properties.generalCategory {
    case .nonspacingMark, .spacingMark, .enclosingMark: true
    default: properties.isJoinControl
    }
  }

  fileprivate var isPunctuationOrSpace: Bool {
    switch properties.generalCategory {
    case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation,
      .finalPunctuation, .otherPunctuation, .spaceSeparator:
      true
    default: isMark
    }
  }
}
