/// Settings as older clients send them: percentages, two-letter languages, other names.
///
/// Documents that mix the generations exist; where both name the same thing, the newer of the two wins.
enum LegacySettings {
  private static let marks = ["voice_language", "speaker_sex", "voice_stability"]
  private static let languages = Dictionary(uniqueKeysWithValues: UserSettings.Language.allCases.map { ($0.code, $0) })

  static func recognises(_ fields: FieldReader) -> Bool {
    marks.contains { fields.has($0) }
  }

  static func change(from fields: inout FieldReader) -> SettingsChange {
    let oldest = oldestGeneration(&fields)
    var change = SettingsChange()
    change.language = language(&fields) ?? oldest.language
    change.sex = fields.choice("speaker_sex", UserSettings.Sex.self) ?? oldest.sex
    change.stability = fields.percentage("voice_stability") ?? oldest.stability
    change.voiceSimilarity = fields.percentage("voice_similarity")
    change.addBackgroundSound = fields.optionalBoolean("background_sound") ?? oldest.addBackgroundSound
    change.backgroundVolume = fields.percentage("background_volume")
    fillVolume(of: &change, from: &fields)
    return change
  }

  /// What the change does not say of the background under its canonical names.
  static func fillSound(of change: inout SettingsChange, from fields: inout FieldReader) {
    let isOn = fields.optionalBoolean("background_sound")
    change.addBackgroundSound = change.addBackgroundSound ?? isOn
    fillVolume(of: &change, from: &fields)
  }

  private static func fillVolume(of change: inout SettingsChange, from fields: inout FieldReader) {
    let fan = fields.percentage("fan_volume_pct")
    change.backgroundVolume = change.backgroundVolume ?? fan
  }

  private static func language(_ fields: inout FieldReader) -> UserSettings.Language? {
    guard let code = fields.optionalString("voice_language", length: 2...2) else { return nil }
    if let language = languages[code.lowercased()] { return language }
    fields.report("voice_language", "must be one of \(languages.keys.sorted().joined(separator: ", "))")
    return nil
  }

  /// Keys of the generation before that the later one renamed.
  private static func oldestGeneration(_ fields: inout FieldReader) -> SettingsChange {
    var change = SettingsChange()
    change.language = fields.choice("language", UserSettings.Language.self)
    change.sex = fields.choice("sex", UserSettings.Sex.self)
    change.stability = fields.optionalNumber("stability", 0...1)
    change.addBackgroundSound = fields.optionalBoolean("add_background_sound")
    return change
  }
}

extension FieldReader {
  /// 0…100 as a share of one. A broken number below 1 was written by the generation whose scale was 0…1.
  fileprivate mutating func percentage(_ name: String) -> Double? {
    optionalNumber(name, 0...100).map { $0 < 1 ? $0 : $0 / 100 }
  }
}
