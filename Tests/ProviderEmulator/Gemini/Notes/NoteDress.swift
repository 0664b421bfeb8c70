import Foundation

/// What models put around a note, or into it, beside its words.
enum NoteDress {
  static func dressed(_ text: String, _ behaviour: GeminiBehaviour?) -> String {
    switch behaviour {
    case .quotes: "\"\(text)\""
    case .list: "- \(text)\n- That was all."
    case .numberedList: "1. \(text)"
    case .label: "Voice note: \(text)"
    case .emoji: text.dropLast() + " 😴."
    case .lineBreak: text.replacingOccurrences(of: ", ", with: ",\n")
    case .markup: "**\(text)**"
    case .fenced: "```text\n\(text)\n```"
    case .jsonWrapped: wrapped(text)
    case .truncatedJSON: String(wrapped(text).dropLast(12))
    case .decomposed: text.decomposedStringWithCanonicalMapping
    default: text
    }
  }

  private static func wrapped(_ text: String) -> String {
    String(decoding: JSON.object(["note": .string(text)]).data, as: UTF8.self)
  }
}
