import Foundation

/// What an `If-None-Match` header lists (RFC 9110, section 13.1.2); compared weakly.
package struct EntityTags: Sendable {
  private let tags: [String]

  package init(_ header: String?) {
    tags = (header ?? "").split(separator: ",").map {
      let tag = $0.trimmingCharacters(in: .whitespaces)
      return tag.hasPrefix("W/") ? String(tag.dropFirst(2)) : tag
    }
  }

  package func match(_ tag: String) -> Bool { tags == ["*"] || tags.contains(tag) }
}
