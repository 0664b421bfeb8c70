/// Marks that speech models take for instructions: SSML (`<break/>`) and audio tags (`[shouting]`).
package enum SpeechMarkup {
  private static let marks: Set<Character> = ["<", ">", "[", "]", "{", "}"]

  /// The text with a space for each of them. Only what is *sent* changes; the text as answered and charged does not.
  package static func neutralized(_ text: String) -> String {
    String(text.map { marks.contains($0) ? " " : $0 })
  }
}
