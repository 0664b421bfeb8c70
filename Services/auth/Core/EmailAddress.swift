import Foundation

/// An address of the usual shape (RFC 5321 lengths, dot-atom before the `@`, a dotted domain after it).
///
/// No comments, quotes or address literals. Letters beyond ASCII are accepted on both sides (RFC 6531).
package struct EmailAddress: Sendable, Equatable {
  package static let rule = "must be an e-mail address"

  package let text: String

  package init?(_ raw: String) {
    let text = raw.precomposedStringWithCanonicalMapping
    let parts = text.split(separator: "@", omittingEmptySubsequences: false)
    guard parts.count == 2, text.utf8.count <= 254, (1...64).contains(parts[0].utf8.count),
      Self.isDotted(parts[0], of: Self.allowsInLocalPart), parts[1].contains("."),
      Self.isDotted(parts[1], of: Self.allowsInDomain)
    else { return nil }
    self.text = text
  }

  /// Unique among accounts.
  package var key: String { text.nameKey }
  package var localPart: String { String(text.prefix { $0 != "@" }) }

  private static func isDotted(_ text: Substring, of allows: (Unicode.Scalar) -> Bool) -> Bool {
    text.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { label in
      (1...64).contains(label.utf8.count) && label.unicodeScalars.allSatisfy(allows)
    }
  }

  private static func allowsInLocalPart(_ scalar: Unicode.Scalar) -> Bool {
    allowsInDomain(scalar) || "!#$%&'*+/=?^_`{|}~".unicodeScalars.contains(scalar)
  }

  private static func allowsInDomain(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "-" || scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
  }
}
