import Foundation
import Stemming
import Testing

@testable import PerformPrompt

/// The sentences were looked at while the bounds were set: the numbers in the plugin's README are no held-out figures.
@Suite("Language evidence")
struct LanguageEvidenceTests {
  private let evidence = LanguageEvidence(TextFixture.shared.profiles)
  private let languages = TextFixture.shared.languages

  @Test("No sentence of 80 to 120 characters is taken for foreign, and every foreign one is caught")
  func sentences() throws {
    var (alarms, misses, count): ([String], [String], Int) = ([], [], 0)
    for language in languages {
      for text in try sentences(language) {
        count += 1
        if evidence.speaks(against: language, in: text) { alarms.append("\(language): \(text)") }
        for other in languages where other != language && !evidence.speaks(against: other, in: text) {
          misses.append("\(language) as \(other): \(text)")
        }
      }
    }

    #expect(count == 180)
    #expect(alarms.isEmpty, "\(alarms)")
    #expect(misses.isEmpty, "\(misses)")
  }

  @Test("Most notes that change language half-way are caught")
  func mixed() throws {
    var (caught, count) = (0, 0)
    for language in languages {
      for other in languages where other != language {
        for (own, foreign) in zip(try sentences(language), try sentences(other).reversed()) {
          let text = Self.joined(own, foreign)
          count += 1
          if evidence.speaks(against: language, in: text) { caught += 1 }
        }
      }
    }

    #expect(Double(caught) >= 0.8 * Double(count), "\(caught) of \(count)")
  }

  @Test(
    "A language that no note is written in is caught",
    arguments: [
      "Ik was net wakker en in mijn droom zei iemand steeds hetzelfde, geen idee waarom dat zo was vandaag.",
      "Jag vaknade precis och i drömmen sa någon samma sak hela tiden, jag har ingen aning om varför det var så.",
      "Я только что проснулся, и во сне кто-то всё время повторял это, понятия не имею, почему так было.",
    ])
  func others(text: String) {
    let deaf = languages.filter { !evidence.speaks(against: $0, in: text) }

    #expect(deaf.isEmpty)
  }

  /// Without their values.
  private func sentences(_ language: String) throws -> [String] {
    let url = try #require(
      Bundle.module.url(forResource: language, withExtension: "json", subdirectory: "Corpus/Sentences"))
    return try JSONDecoder().decode([String].self, from: Data(contentsOf: url)).map {
      $0.replacing(/\{.*?\}/, with: "")
    }
  }

  private static func joined(_ own: String, _ foreign: String) -> String {
    let (own, foreign) = (own.split(separator: " "), foreign.split(separator: " "))
    return (own.prefix(own.count / 2) + foreign.suffix(foreign.count / 2)).joined(separator: " ")
  }
}
