import Foundation
import PerformCore
import Schemas
import Stemming

/// Finds a value that is heard a second time in another form, its number in words or its name in another language
/// included.
struct SpokenEchoes: Sendable {
  private let echoes: ValueEchoes
  private let spelling: NumberSpelling?

  init(_ expectation: NoteExpectation, in profile: LanguageProfile) {
    let value = expectation.value
    let language = UserSettings.Language(rawValue: expectation.language)
    spelling = language.map { NumberSpelling(language: $0, readsYears: false) }
    let years = language.map { NumberSpelling(language: $0, readsYears: true) }
    let spelled = value.hasDigit ? [spelling, years].compactMap { $0?.spellOut(value) } : []
    echoes = ValueEchoes(
      of: value, alsoCalled: spelled.filter { $0 != value } + expectation.otherNames, in: profile)
  }

  /// - Parameter text: what is said beside the value.
  func occur(in text: String) -> Bool {
    echoes.occur(in: text) || (text.hasDigit && spelling.map { echoes.occur(in: $0.spellOut(text)) } ?? false)
  }
}

extension Routine {
  /// What a choice of the menu is called in the other languages, names apart that are too short to tell.
  func otherNames(of value: String) -> [String] {
    guard case .choice(let choices, _, _) = input else { return [] }
    let indices = Set(choices.values.compactMap { $0.firstIndex { $0.caseInsensitiveCompare(value) == .orderedSame } })
    return choices.values.flatMap { names in indices.filter(names.indices.contains).map { names[$0] } }
      .filter { $0.caseInsensitiveCompare(value) != .orderedSame && $0.count >= Self.tellingName }
  }

  /// In letters, any article included: shorter names are words of their own in some other language.
  private static var tellingName: Int { 5 }
}

extension String {
  fileprivate var hasDigit: Bool { utf8.contains { (0x30...0x39).contains($0) } }
}
