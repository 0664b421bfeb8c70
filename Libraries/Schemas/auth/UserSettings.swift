/// A performer's settings, as served by `GET /user/settings`. Numbers are on the canonical scale 0…1.
package struct UserSettings: Sendable, Equatable, Codable {
  package enum Language: String, Sendable, CaseIterable, Codable {
    case english, spanish, french, german, italian, portuguese

    /// ISO 639-1.
    package var code: String {
      switch self {
      case .english: "en"
      case .spanish: "es"
      case .french: "fr"
      case .german: "de"
      case .italian: "it"
      case .portuguese: "pt"
      }
    }
  }

  package enum Sex: String, Sendable, CaseIterable, Codable { case male, female }
  package enum System: String, Sendable, CaseIterable, Codable { case android, ios }

  package enum Disclosure: String, Sendable, CaseIterable, Codable {
    case beforeShow = "before_show"
    case afterShow = "after_show"
    case programmeNote = "programme_note"
  }

  package var language: Language = .english
  package var voiceSimilarity = 0.75
  package var stability = 0.5
  package var addBackgroundSound = true
  package var backgroundVolume = 0.3
  /// A name that perform's `GET /ambient/{name}` knows; perform refuses others when it speaks.
  package var backgroundName = "fan"
  package var sex: Sex = .male
  package var system: System = .ios
  package var voiceNoteName: String?
  /// `YYYY-MM-DD`, `today`, `yesterday` or `-<n>d`.
  package var voiceNoteDate: String?
  /// `HH:MM`.
  package var voiceNoteTime: String?
  package var voiceNoteNameDefault = true
  /// IANA name of the zone whose days `voice_note_date` and titles count; `nil` for UTC.
  package var timeZone: String?
  package var disclosure: Disclosure = .afterShow

  package init() {}

  package enum CodingKeys: String, CodingKey, CaseIterable {
    case language, stability, sex, disclosure
    case voiceSimilarity = "voice_similarity"
    case addBackgroundSound = "add_background_sound"
    case backgroundVolume = "background_volume"
    case backgroundName = "background_name"
    case system = "OS"
    case voiceNoteName = "voice_note_name"
    case voiceNoteDate = "voice_note_date"
    case voiceNoteTime = "voice_note_time"
    case voiceNoteNameDefault = "voice_note_name_default"
    case timeZone = "time_zone"
  }

  package init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    language = try container.decode(Language.self, forKey: .language)
    voiceSimilarity = try container.decode(Double.self, forKey: .voiceSimilarity)
    stability = try container.decode(Double.self, forKey: .stability)
    addBackgroundSound = try container.decode(Bool.self, forKey: .addBackgroundSound)
    backgroundVolume = try container.decode(Double.self, forKey: .backgroundVolume)
    backgroundName = try container.decode(String.self, forKey: .backgroundName)
    sex = try container.decode(Sex.self, forKey: .sex)
    system = try container.decode(System.self, forKey: .system)
    voiceNoteName = try container.decodeIfPresent(String.self, forKey: .voiceNoteName)
    voiceNoteDate = try container.decodeIfPresent(String.self, forKey: .voiceNoteDate)
    voiceNoteTime = try container.decodeIfPresent(String.self, forKey: .voiceNoteTime)
    voiceNoteNameDefault = try container.decode(Bool.self, forKey: .voiceNoteNameDefault)
    timeZone = try container.decodeIfPresent(String.self, forKey: .timeZone)
    disclosure = try container.decode(Disclosure.self, forKey: .disclosure)
  }

  /// Writes every key, absent values as `null`, so that a client sees the whole document.
  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(language, forKey: .language)
    try container.encode(voiceSimilarity, forKey: .voiceSimilarity)
    try container.encode(stability, forKey: .stability)
    try container.encode(addBackgroundSound, forKey: .addBackgroundSound)
    try container.encode(backgroundVolume, forKey: .backgroundVolume)
    try container.encode(backgroundName, forKey: .backgroundName)
    try container.encode(sex, forKey: .sex)
    try container.encode(system, forKey: .system)
    try container.encode(voiceNoteName, forKey: .voiceNoteName)
    try container.encode(voiceNoteDate, forKey: .voiceNoteDate)
    try container.encode(voiceNoteTime, forKey: .voiceNoteTime)
    try container.encode(voiceNoteNameDefault, forKey: .voiceNoteNameDefault)
    try container.encode(timeZone, forKey: .timeZone)
    try container.encode(disclosure, forKey: .disclosure)
  }
}
