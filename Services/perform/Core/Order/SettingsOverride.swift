import Schemas

/// `settings_override` of a performance: any of the settings' canonical keys, on their canonical scales.
package struct SettingsOverride: JSONBody, Equatable {
  package static let refusesUnknownFields = true

  package static let none = SettingsOverride()

  private var language: UserSettings.Language?
  private var voiceSimilarity: Double?
  private var stability: Double?
  private var addBackgroundSound: Bool?
  private var backgroundVolume: Double?
  private var backgroundName: String?
  private var sex: UserSettings.Sex?
  private var system: UserSettings.System?
  private var voiceNoteName: String?
  private var voiceNoteDate: String?
  private var voiceNoteTime: String?
  private var voiceNoteNameDefault: Bool?
  private var disclosure: UserSettings.Disclosure?

  private init() {}

  package init(from fields: inout FieldReader) {
    language = fields.choice("language", UserSettings.Language.self)
    voiceSimilarity = fields.optionalNumber("voice_similarity", 0...1)
    stability = fields.optionalNumber("stability", 0...1)
    addBackgroundSound = fields.optionalBoolean("add_background_sound")
    backgroundVolume = fields.optionalNumber("background_volume", 0...1)
    backgroundName = fields.optionalString("background_name", length: 1...64)
    sex = fields.choice("sex", UserSettings.Sex.self)
    system = fields.choice("OS", UserSettings.System.self)
    voiceNoteName = fields.optionalString("voice_note_name", length: 1...50)
    voiceNoteDate = fields.optionalString("voice_note_date", length: 1...16)
    voiceNoteTime = fields.optionalString("voice_note_time", length: 5...5)
    voiceNoteNameDefault = fields.optionalBoolean("voice_note_name_default")
    disclosure = fields.choice("disclosure", UserSettings.Disclosure.self)
    if let voiceNoteDate, !NoteDate.isAcceptable(voiceNoteDate) {
      fields.report("voice_note_date", "must be YYYY-MM-DD, today, yesterday or -<n>d")
    }
    if let voiceNoteTime, !NoteDate.isAcceptable(time: voiceNoteTime) {
      fields.report("voice_note_time", "must be HH:MM")
    }
  }

  /// The settings with what was overridden in place.
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
    result.disclosure = disclosure ?? settings.disclosure
    return result
  }
}
