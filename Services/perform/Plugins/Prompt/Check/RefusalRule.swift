import Stemming

/// Tells a refusal by its words in combination: a dreamer may be sorry, or may not be able to, but hardly both and
/// offer to help besides.
struct RefusalRule: Sendable {
  /// A phrase in stems, parted where other words may stand in between.
  private struct Pattern {
    var kind: Int
    var parts: [[String]]
  }

  private let points: [Int]
  /// By first stem.
  private let patterns: [String: [Pattern]]
  private let stemmer: Stemmer

  init(_ kinds: [RefusalKind], stemmer: Stemmer) {
    self.stemmer = stemmer
    points = kinds.map(\.points)
    let all = kinds.enumerated().flatMap { kind, refusals in
      refusals.phrases.map { Pattern(kind: kind, parts: Self.parts($0, stemmer)) }
    }
    patterns = Dictionary(grouping: all) { $0.parts.first?.first ?? "" }
  }

  func isMet(by text: String) -> Bool {
    let stems = stemmer.stems(of: text).map(\.text)
    let found = stems.indices.flatMap { start in
      patterns[stems[start], default: []].filter { Self.begins($0.parts[...], stems[start...]) }.map(\.kind)
    }
    return Set(found).map { points[$0] }.reduce(0, +) >= Self.telling
  }

  private static func parts(_ phrase: String, _ stemmer: Stemmer) -> [[String]] {
    phrase.split(separator: "…").map { stemmer.stems(of: String($0)).map(\.text) }
  }

  /// Whether the words begin with the first part, and each next one follows soon.
  private static func begins(_ parts: ArraySlice<[String]>, _ words: ArraySlice<String>) -> Bool {
    guard let part = parts.first else { return true }
    guard words.starts(with: part) else { return false }
    let (others, rest) = (parts.dropFirst(), words.dropFirst(part.count))
    return others.isEmpty || (0...longestGap).contains { begins(others, rest.dropFirst($0)) }
  }

  private static let telling = 3
  /// In words.
  private static let longestGap = 5
}
