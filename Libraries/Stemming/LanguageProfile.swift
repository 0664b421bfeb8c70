import Foundation

/// What is known about one language: its stemmer, its commonest words and its characteristic letters.
package struct LanguageProfile: Sendable {
  /// English name in lower case, as in the settings.
  package let language: String
  package let stemmer: Stemmer
  /// Words without content of their own: articles, pronouns, prepositions, auxiliaries.
  package let stopWords: Set<String>
  /// Lower-case letters and marks that few other languages have.
  package let letters: Set<Unicode.Scalar>
  /// Words are joined without a space into longer ones.
  package let joinsWords: Bool

  /// - Parameter json: one file of `Languages/`.
  /// - Throws: ``StemmingError``.
  package init(json: Data) throws(StemmingError) {
    let file: File
    do {
      file = try JSONDecoder().decode(File.self, from: json)
    } catch {
      throw StemmingError(.unreadableLanguage, "\(error)")
    }
    language = file.language
    stemmer = try Stemmer(algorithm: file.snowball)
    stopWords = Set(file.stop_words.flatMap { $0.split(separator: " ").map(String.init) })
    letters = Set(file.letters.unicodeScalars)
    joinsWords = file.joins_words ?? false
  }

  private struct File: Decodable {
    var language: String
    var snowball: String
    var letters: String
    var joins_words: Bool?
    /// Each line holds several words, parted by spaces.
    var stop_words: [String]
  }
}
