/// Answer of `POST /perform/prepare`.
package struct PrepareAnswer: Sendable, Codable, Equatable {
  package var ready: Bool
  /// Codes of what stands in the way, as a performance would answer them now.
  package var reasons: [String]

  package init(reasons: [String]) {
    ready = reasons.isEmpty
    self.reasons = reasons
  }
}
