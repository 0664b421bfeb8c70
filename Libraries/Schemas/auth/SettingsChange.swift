/// Some settings to change: the body of `PUT` (on the defaults) and `PATCH` (on what is stored).
///
/// Canonical keys take canonical scales only, and unknown keys are refused by name. A document with
/// `voice_language`, `speaker_sex` or `voice_stability` comes from an older client and is normalised
/// (``LegacySettings``).
package struct SettingsChange: JSONBody, Equatable {
  package var language: UserSettings.Language?
  package var voiceSimilarity: Double?
  package var stability: Double?
  package var addBackgroundSound: Bool?
  package var backgroundVolume: Double?
  package var backgroundName: String?
  package var sex: UserSettings.Sex?
  package var system: UserSettings.System?
  /// The inner `nil` clears what is stored.
  package var voiceNoteName: String??
  package var voiceNoteDate: String??
  package var voiceNoteTime: String??
  package var voiceNoteNameDefault: Bool?
  package var timeZone: String??
  package var disclosure: UserSettings.Disclosure?

  package static var refusesUnknownFields: Bool { true }

  /// Changes nothing.
  package static let none = SettingsChange()

  package init(from fields: inout FieldReader) {
    if LegacySettings.recognises(fields) {
      self = LegacySettings.change(from: &fields)
      readNoteFields(&fields)
    } else {
      readScales(&fields)
      readSound(&fields)
      readNoteFields(&fields)
    }
  }

  init() {}

  package func applied(to settings: UserSettings) -> UserSettings {
    var result = settings
    result.language = language ?? settings.language
    result.voiceSimilarity = voiceSimilarity ?? settings.voiceSimilarity
    result.stability = stability ?? settings.stability
    result.addBackgroundSound = addBackgroundSound ?? settings.addBackgroundSound
    result.backgroundVolume = backgroundVolume ?? settings.backgroundVolume
    result.backgroundName = backgroundName ?? settings.backgroundName
    result.sex = sex ?? settings.sex
    result.system = system ?? settings.system
    result.voiceNoteName = voiceNoteName ?? settings.voiceNoteName
    result.voiceNoteDate = voiceNoteDate ?? settings.voiceNoteDate
    result.voiceNoteTime = voiceNoteTime ?? settings.voiceNoteTime
    result.voiceNoteNameDefault = voiceNoteNameDefault ?? settings.voiceNoteNameDefault
    result.timeZone = timeZone ?? settings.timeZone
    result.disclosure = disclosure ?? settings.disclosure
    return result
  }

  private mutating func readScales(_ fields: inout FieldReader) {
    language = fields.present("language") { $0.choice("language", UserSettings.Language.self) }
    voiceSimilarity = fields.present("voice_similarity") { $0.optionalNumber("voice_similarity", 0...1) }
    stability = fields.present("stability") { $0.optionalNumber("stability", 0...1) }
    sex = fields.present("sex") { $0.choice("sex", UserSettings.Sex.self) }
  }

  private mutating func readSound(_ fields: inout FieldReader) {
    addBackgroundSound = fields.present("add_background_sound") { $0.optionalBoolean("add_background_sound") }
    backgroundVolume = fields.present("background_volume") { $0.optionalNumber("background_volume", 0...1) }
  }

  /// The keys that older clients spell as we do.
  private mutating func readNoteFields(_ fields: inout FieldReader) {
    backgroundName = fields.present("background_name") { $0.backgroundName("background_name") }
    system = fields.present("OS") { $0.choice("OS", UserSettings.System.self) }
    voiceNoteName = fields.clearable("voice_note_name") { $0.noteName("voice_note_name") }
    voiceNoteDate = fields.clearable("voice_note_date") { $0.noteDate("voice_note_date") }
    voiceNoteTime = fields.clearable("voice_note_time") { $0.noteTime("voice_note_time") }
    voiceNoteNameDefault = fields.present("voice_note_name_default") { $0.optionalBoolean("voice_note_name_default") }
    timeZone = fields.clearable("time_zone") { $0.timeZone("time_zone") }
    disclosure = fields.present("disclosure") { $0.choice("disclosure", UserSettings.Disclosure.self) }
  }
}

extension FieldReader {
  /// A field that may be left out but not be `null`.
  fileprivate mutating func present<Value>(
    _ name: String, _ read: (inout FieldReader) -> Value?
  ) -> Value? {
    let before = problems.count
    let value = read(&self)
    if value == nil && has(name) && problems.count == before { report(name, "must not be null") }
    return value
  }

  /// A field that `null` or a blank text clears.
  fileprivate mutating func clearable(
    _ name: String, _ read: (inout FieldReader) -> String?
  ) -> String?? {
    let value = read(&self).flatMap { $0.allSatisfy(\.isWhitespace) ? nil : $0 }
    return has(name) ? .some(value) : nil
  }
}
