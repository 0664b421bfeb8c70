import Foundation
import PerformCore
import TextProviders

/// The question put to a language model: constant instructions, and everything that a person typed as JSON data.
package struct VoiceNotePrompt: Sendable {
  private let prompts: PromptFolder

  package init(_ prompts: PromptFolder) {
    self.prompts = prompts
  }

  /// - Parameters:
  ///   - corrections: our own sentences about what an earlier draft got wrong; they quote nothing.
  ///   - timeout: for this one question.
  package func build(_ brief: NoteBrief, corrections: [String] = [], timeout: Duration) -> TextRequest {
    let message = PromptMessage(brief, style: prompts[brief.language]?.style, corrections: corrections)
    return TextRequest(
      instructions: prompts.instructions, message: message.json, subject: brief.subject, timeout: timeout)
  }
}

/// The user message; field names are part of the prompt.
struct PromptMessage: Encodable {
  var language: String
  var style: String?
  var speaker: String?
  var routine: String
  var value: String
  var topic: String?
  var mood: String?
  var never_say: [String]
  var min_characters: Int
  var max_characters: Int
  var corrections: [String]?

  init(_ brief: NoteBrief, style: String?, corrections: [String]) {
    let length = NoteLength.range(for: brief.value.text)
    language = brief.language
    self.style = style
    speaker = brief.speaker
    routine = brief.routine.id
    value = brief.value.text
    topic = brief.subject.topic
    mood = brief.routine.mood(in: brief.language)
    never_say = brief.routine.hiddenWords[brief.language] ?? []
    (min_characters, max_characters) = (length.lowerBound, length.upperBound)
    self.corrections = corrections.isEmpty ? nil : corrections
  }

  /// One line: strings and numbers always encode.
  var json: String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let bytes = (try? encoder.encode(self)) ?? Data()
    return String(decoding: bytes, as: UTF8.self)
  }
}
