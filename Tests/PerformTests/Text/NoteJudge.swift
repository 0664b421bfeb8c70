import CStemmer
import Foundation
import PerformCore
import Stemming
import TextProviders

/// A second opinion on delivered notes: product rules P3 and P4 written down once more, sharing no code with the check.
struct NoteJudge {
  let language: String
  let value: String
  let topic: String?
  let hidden: [String]
  let stopWords: Set<String>

  init(_ brief: NoteBrief, _ profiles: LanguageProfiles) {
    language = brief.language
    value = brief.value.text
    topic = brief.subject.topic
    hidden = brief.routine.hiddenWords[brief.language] ?? []
    stopWords = profiles[brief.language]?.stopWords ?? []
  }

  /// What is wrong; empty for a note that may be spoken.
  func complaints(_ text: String) -> [String] {
    var found: [String] = []
    if Array(text.unicodeScalars) != Array(text.precomposedStringWithCanonicalMapping.unicodeScalars) {
      found.append("not NFC")
    }
    if !bounds.contains(text.unicodeScalars.count) { found.append("\(text.unicodeScalars.count) not in \(bounds)") }
    let places = self.places(in: text, exactly: true)
    if places.count != 1 { found.append("value \(places.count) times") }
    if self.places(in: text, exactly: false).count != 1 { found.append("value again in other case") }
    guard let place = places.first else { return found }
    let rest = [String(text[..<place.lowerBound]), String(text[place.upperBound...])]
    if rest.contains(where: echoes) { found.append("value again in another form") }
    return found + topicComplaints(rest) + formComplaints(rest) + languageComplaints(rest.joined(separator: " "))
  }

  private var bounds: ClosedRange<Int> {
    let count = value.unicodeScalars.count
    return count <= 40 ? 80...120 : count + 40...count + 90
  }
}

// MARK: - The value

extension NoteJudge {
  /// Between white space and marks that belong to no word.
  private func places(in text: String, exactly: Bool) -> [Range<String.Index>] {
    let scalars = text.unicodeScalars
    return scalars.indices.compactMap { start in
      guard let end = end(of: value, in: scalars[start...], exactly: exactly) else { return nil }
      let before = scalars[..<start].reversed().prefix { !$0.properties.isWhitespace }
      let after = scalars[end...].prefix { !$0.properties.isWhitespace }
      let stands = !before.contains(where: isWordPart) && !after.contains(where: isWordPart)
      return stands ? start..<end : nil
    }
  }

  /// One long word of the value's own, without marks, at the beginning of another word.
  private func echoes(_ text: String) -> Bool {
    let folded = { (text: String) in text.folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil) }
    guard value.count > 3, value.allSatisfy(\.isLetter), !stopWords.contains(value.lowercased()) else { return false }
    return words(folded(text)).contains { [folded(value), folded(value) + "s"].contains($0) }
  }

  private func end(
    of value: String, in rest: Substring.UnicodeScalarView, exactly: Bool
  ) -> String.Index? {
    var place = rest.startIndex
    for wanted in value.unicodeScalars {
      guard place < rest.endIndex else { return nil }
      let found = rest[place]
      let same = found == wanted || !exactly && String(found).lowercased() == String(wanted).lowercased()
      guard same else { return nil }
      place = rest.index(after: place)
    }
    return place
  }

  private func isWordPart(_ scalar: Unicode.Scalar) -> Bool {
    CharacterSet.alphanumerics.contains(scalar) || CharacterSet.nonBaseCharacters.contains(scalar)
  }
}

// MARK: - The topic

extension NoteJudge {
  private func topicComplaints(_ rest: [String]) -> [String] {
    let spoken = rest.map { words($0).map(stem) }
    let topicWords = words(topic ?? "")
    let content = topicWords.filter { !stopWords.contains($0) }
    let phrases = content.isEmpty ? [topicWords.map(stem)] : content.map { [stem($0)] }
    return (phrases + hidden.map { words($0).map(stem) }).filter { phrase in
      !phrase.isEmpty && spoken.contains { $0.contains(phrase) }
    }.map { "topic \($0)" }
  }

  private func words(_ text: String) -> [String] {
    text.lowercased().unicodeScalars.split { !isWordPart($0) }.map { String($0).precomposedStringWithCanonicalMapping }
  }

  private func stem(_ word: String) -> String {
    guard let stemmer = sb_stemmer_new(language, "UTF_8") else { return word }
    defer { sb_stemmer_delete(stemmer) }
    let bytes = Array(word.utf8)
    guard let stem = sb_stemmer_stem(stemmer, bytes, Int32(bytes.count)) else { return word }
    return String(
      decoding: UnsafeBufferPointer(start: stem, count: Int(sb_stemmer_length(stemmer))), as: UTF8.self)
  }
}

// MARK: - Form and language

extension NoteJudge {
  private func formComplaints(_ rest: [String]) -> [String] {
    let whole = rest.joined(separator: "x")
    let forbidden: [(String, Bool)] = [
      ("quotes", whole.contains(/["“”„«»‹›´′″❝❞]/) || whole.contains(/(^|\s)['‘’]/)),
      ("markup", whole.contains(/[*_#`~\[\]{}<>|\\()\p{Ps}\p{Pe}]/)),
      ("lines", whole.contains { $0.isNewline }),
      ("emoji", whole.unicodeScalars.contains { $0.properties.isEmojiPresentation }),
      ("label", rest[0].contains(/^[^.!?…]*[:：](\s|$)/)),
      ("list", rest[0].contains(/^([-–—•]|\d+[.)])\s/)),
      ("sentences", whole.matches(of: /[.!?…]\s+\p{L}/).count > 1),
      ("assistant", whole.contains(/language model|I'm sorry|can't help|magician|spectator|audience/)),
    ]
    return forbidden.filter(\.1).map(\.0)
  }

  private func languageComplaints(_ text: String) -> [String] {
    let words = words(text)
    let scores = Self.markers.mapValues { markers in words.count { markers.contains($0) } }
    let best = scores.max { $0.value < $1.value }
    guard let best, let own = scores[language], own * 2 < best.value else { return [] }
    return ["sounds \(best.key): \(scores)"]
  }

  private static let markers = [
    "english":
      "the and was it my of that i is just with woke kept dream dreamt then you there this now before after someone in",
    "spanish":
      "el la un que como pero y mi una sueño con en los por al estaba ahí era lo yo nada más sin las es ahora antes otra vez todo he no me tan",
    "french":
      "je le et les une rêve dans était est j ça qui que du pas moi me on un c là mais sur puis encore au avant tout quelqu",
    "german":
      "ich und der die das es war mir in traum im nicht da auf dem ein hat jemand den mein noch wie mit immer so",
    "italian":
      "la un altro fa prima il e che una sogno con nel di mi ho era è non io qualcuno una poi per c della sono così tutto stesso ma",
    "portuguese":
      "o e uma sonho com no eu um que não do da alguém em na estava era para meu minha ouvi mais isso os as depois já estou tenho mas tão",
  ].mapValues { Set($0.split(separator: " ").map(String.init)) }
}
