import Stemming
import Testing

@Suite("Stemmer")
struct StemmerTests {
  @Test(
    "Inflections of a word have one stem",
    arguments: [
      ("english", ["fear", "fears", "feared", "fearing"]), ("spanish", ["fobia", "fobias"]),
      ("spanish", ["corazón", "corazones", "corazon"]), ("french", ["rêve", "rêves", "rêver"]),
      ("german", ["Karte", "Karten"]), ("italian", ["paura", "paure"]),
      ("portuguese", ["número", "números", "numero"]),
    ])
  func inflections(language: String, words: [String]) throws {
    let stemmer = try Stemmer(algorithm: language)

    let stems = Set(words.flatMap { stemmer.stems(of: $0).map(\.text) })

    #expect(stems.count == 1)
  }

  @Test("An unknown language is refused by name")
  func unknown() {
    #expect(throws: StemmingError.self) { try Stemmer(algorithm: "klingon") }
  }

  @Test("Many tasks share one stemmer")
  func concurrency() async throws {
    let stemmer = try Stemmer(algorithm: "english")

    let stems = await withTaskGroup(of: String.self) { group in
      for index in 0..<500 { group.addTask { stemmer.stem(index.isMultiple(of: 2) ? "running" : "flies") } }
      return await group.reduce(into: Set<String>()) { $0.insert($1) }
    }

    #expect(stems == ["run", "fli"])
  }

  @Test("Every shipped language has stop words and a working stemmer")
  func profiles() throws {
    let profiles = try LanguageProfiles.shipped()

    #expect(
      profiles.all.map(\.language) == ["english", "french", "german", "italian", "portuguese", "spanish"])
    #expect(profiles.all.allSatisfy { $0.stopWords.count > 100 })
  }
}
