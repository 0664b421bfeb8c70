import Foundation
import Schemas

/// What a note is called in lists, tags and file names: never anything about its words.
package enum NoteTitle {
  /// The performer's own name for notes, else "Recording on …" in their language, else nothing.
  package static func title(_ settings: UserSettings, now: Date) -> String? {
    if let name = settings.voiceNoteName, !name.isEmpty { return name }
    guard settings.voiceNoteNameDefault else { return nil }
    let day = (settings.claimedMoment(at: now) ?? now).formatted(style(settings))
    return "\(lead(settings.language)) \(day)"
  }

  /// The title as a file name: letters, digits, spaces and hyphens, at most 60 characters.
  package static func filename(_ title: String?) -> String {
    let kept = (title ?? "").map { $0.isLetter || $0.isNumber || $0 == "-" ? $0 : " " }
    let name = String(kept).split(separator: " ").joined(separator: " ").prefix(60)
    return (name.isEmpty ? "Recording" : name) + ".mp3"
  }

  private static func lead(_ language: UserSettings.Language) -> String {
    switch language {
    case .english: "Recording on"
    case .spanish: "Grabación del"
    case .french: "Enregistrement du"
    case .german: "Aufnahme vom"
    case .italian: "Registrazione del"
    case .portuguese: "Gravação de"
    }
  }

  private static func style(_ settings: UserSettings) -> Date.FormatStyle {
    let locale = Locale(identifier: settings.language.code)
    return Date.FormatStyle(date: .long, time: .omitted, locale: locale, timeZone: settings.zone)
  }
}
