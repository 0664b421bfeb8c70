import Foundation

/// Undoes habits of language models that change no word: white space around the text and one pair of quotation
/// marks that encloses all of it. Everything else is left to the check.
enum DraftCleaning {
  static func clean(_ text: String, value: String) -> String {
    let trimmed = text.precomposedStringWithCanonicalMapping.trimmingCharacters(in: .whitespacesAndNewlines)
    guard let first = trimmed.first, let last = trimmed.last, trimmed.count > 2, pairs[first] == last else {
      return trimmed
    }
    let inner = trimmed.dropFirst().dropLast()
    let isEnclosing = !inner.contains(first) && !inner.contains(last) && !value.contains(first)
    return isEnclosing ? inner.trimmingCharacters(in: .whitespacesAndNewlines) : trimmed
  }

  private static let pairs: [Character: Character] = [
    "\"": "\"", "“": "”", "„": "“", "«": "»", "»": "«", "'": "'", "‘": "’", "`": "`",
  ]
}
