import Foundation

/// 3–32 letters (with their marks) or digits of any script, or `.`, `_`, `-`; begins with a letter or digit.
///
/// Kept in Unicode normalization form KC. Never contains `@`, so it cannot be mistaken for an e-mail address.
package struct Username: Sendable, Equatable {
  package static let rule =
    "must be 3 to 32 letters, digits, dots, underscores or hyphens, beginning with a letter or digit"

  package let text: String

  package init?(_ raw: String) {
    let text = raw.precomposedStringWithCompatibilityMapping
    guard (3...32).contains(text.unicodeScalars.count), text.unicodeScalars.allSatisfy(Self.allows),
      let first = text.first, first.isLetter || first.isNumber
    else { return nil }
    self.text = text
  }

  /// Unique among accounts.
  package var key: String { text.nameKey }

  private static func allows(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .nonspacingMark,
      .spacingMark, .decimalNumber:
      true
    default: scalar == "." || scalar == "_" || scalar == "-"
    }
  }
}
