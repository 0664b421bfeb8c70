import Foundation
import Stemming

/// The prompt and the rules of the check as they are written down: words and marks are data, not code.
package struct PromptFolder: Sendable {
  /// Constant for every note.
  let instructions: String
  let rules: CheckRules
  private let languages: [String: LanguagePrompt]

  subscript(language: String) -> LanguagePrompt? { languages[language] }

  /// In every language: models fall back into their own when they speak as themselves.
  var assistantTalk: PhraseIndex { PhraseIndex(languages.values.flatMap(\.assistantTalk)) }

  /// - Parameter path: a folder like `Prompts/`; `nil` reads the shipped one.
  /// - Throws: ``PromptFolderError``, also for a language without a file and a rule without a correction.
  package init(path: String? = nil, languages: [String]) throws(PromptFolderError) {
    let folder =
      path.map { URL(fileURLWithPath: $0, isDirectory: true) }
      ?? Bundle.module.bundleURL.appendingPathComponent("Prompts", isDirectory: true)
    let file = { (name: String) in folder.appendingPathComponent(name) }
    guard let text = try? String(contentsOf: file("voice-note.txt"), encoding: .utf8) else {
      throw PromptFolderError(problem: "voice-note.txt cannot be read")
    }
    instructions = text.trimmingCharacters(in: .whitespacesAndNewlines)
    rules = try Self.read(CheckRules.self, file("check.json"))
    var prompts: [String: LanguagePrompt] = [:]
    for language in languages { prompts[language] = try Self.read(LanguagePrompt.self, file("\(language).json")) }
    self.languages = prompts
    if let kind = TextViolation.Kind.allCases.first(where: { rules.corrections[$0.rawValue] == nil }) {
      throw PromptFolderError(problem: "check.json: no correction for \(kind.rawValue)")
    }
  }

  private static func read<File: Decodable>(_ type: File.Type, _ url: URL) throws(PromptFolderError) -> File {
    do {
      return try JSONDecoder().decode(type, from: Data(contentsOf: url))
    } catch {
      throw PromptFolderError(problem: "\(url.lastPathComponent): \(error)")
    }
  }
}

/// Why the prompt cannot be used.
package struct PromptFolderError: Error, Sendable, Equatable {
  package var problem: String
}
