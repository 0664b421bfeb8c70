import Capabilities

/// Names a blob: its kind and a unique id, for example `notes/0193…`.
package struct BlobID: Sendable, Hashable {
  package enum Kind: String, Sendable, CaseIterable { case samples, notes, decoys }

  package let text: String

  package init(_ kind: Kind, _ identifiers: Identifiers) {
    text = "\(kind.rawValue)/\(identifiers.make())"
  }

  /// As it was stored.
  package init(stored text: String) {
    self.text = text
  }
}
