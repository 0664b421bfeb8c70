/// A strong ETag and the preconditions that name it (RFC 9110, section 13).
package struct EntityTag: Sendable, Equatable {
  /// With its quotes, as in the header.
  package let text: String

  package init(versions: Int...) {
    text = "\"\(versions.map(String.init).joined(separator: "-"))\""
  }

  /// Whether an `If-Match` header lets a change through; an absent one does. Weak tags never match.
  package func satisfies(ifMatch header: String?) -> Bool {
    header.map { Self.members($0).contains { $0 == "*" || $0 == text } } ?? true
  }

  /// Whether an `If-None-Match` header says that the client has this version.
  package func isKnown(ifNoneMatch header: String?) -> Bool {
    header.map { Self.members($0).contains { $0 == "*" || $0 == text || $0 == "W/" + text } } ?? false
  }

  private static func members(_ header: String) -> [String] {
    header.split(separator: ",").map { $0.filter { $0 != " " && $0 != "\t" } }
  }
}
