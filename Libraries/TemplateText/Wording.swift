/// What somebody would notice if the next sentence said it again: two words in a row, or a long one.
struct Wording {
  private static let longWord = 6

  private let parts: Set<String>

  init(_ text: String) {
    let words = text.lowercased().split { !$0.isLetter && $0 != "'" }
    let pairs = zip(words, words.dropFirst()).map { "\($0) \($1)" }
    parts = Set(pairs + words.filter { $0.count >= Self.longWord }.map(String.init))
  }

  func shares(with other: Wording) -> Bool { !parts.isDisjoint(with: other.parts) }
}
