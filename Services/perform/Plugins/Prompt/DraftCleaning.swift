import Foundation

/// Undoes habits of language models that change no word: white space around the text, a code fence, a JSON wrapper,
/// and one pair of quotation marks that encloses all of it. Everything else is left to the check.
enum DraftCleaning {
  static func clean(_ text: String, value: String) -> String {
    let bare = unfenced(text.precomposedStringWithCanonicalMapping.trimmed)
    return unquoted((wrapped(bare) ?? bare).trimmed, value: value)
  }

  private static func unfenced(_ text: String) -> String {
    guard text.count > 6, text.hasPrefix(fence), text.hasSuffix(fence) else { return text }
    let inner = text.dropFirst(fence.count).dropLast(fence.count)
    guard let lineEnd = inner.firstIndex(where: \.isNewline) else { return String(inner).trimmed }
    return String(inner[lineEnd...]).trimmed
  }

  /// The only text inside a JSON object or list; `nil` for anything that is no JSON or holds more than one text.
  private static func wrapped(_ text: String) -> String? {
    guard let first = text.first, "{[".contains(first),
      let json = try? JSONSerialization.jsonObject(with: Data(text.utf8))
    else { return nil }
    return onlyText(in: json)
  }

  private static func onlyText(in json: Any) -> String? {
    switch json {
    case let text as String: text
    case let list as [Any] where list.count == 1: onlyText(in: list[0])
    case let object as [String: Any] where object.count == 1: object.values.first.flatMap(onlyText)
    default: nil
    }
  }

  private static func unquoted(_ text: String, value: String) -> String {
    guard let first = text.first, let last = text.last, text.count > 2, pairs[first] == last else { return text }
    let inner = text.dropFirst().dropLast()
    let isEnclosing = !inner.contains(first) && !inner.contains(last) && !value.contains(first)
    return isEnclosing ? String(inner).trimmed : text
  }

  private static let fence = "```"
  private static let pairs: [Character: Character] = [
    "\"": "\"", "“": "”", "„": "“", "«": "»", "»": "«", "'": "'", "‘": "’", "`": "`",
  ]
}

extension String {
  fileprivate var trimmed: String { trimmingCharacters(in: .whitespacesAndNewlines) }
}
