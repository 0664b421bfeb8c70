import Schemas
import Testing

@Suite struct SettingsChangeTests {
  @Test("Every canonical key is taken")
  func takesAll() throws {
    let settings = try changed([
      "language": "german", "voice_similarity": 1, "stability": 0, "add_background_sound": false,
      "background_volume": 0.05, "background_name": "rain_2", "sex": "female", "OS": "android",
      "voice_note_name": "Idea", "voice_note_date": "-3d", "voice_note_time": "07:30",
      "voice_note_name_default": false, "disclosure": "programme_note",
    ])

    var expected = UserSettings()
    expected.language = .german
    expected.voiceSimilarity = 1
    expected.stability = 0
    expected.addBackgroundSound = false
    expected.backgroundVolume = 0.05
    expected.backgroundName = "rain_2"
    expected.sex = .female
    expected.system = .android
    expected.voiceNoteName = "Idea"
    expected.voiceNoteDate = "-3d"
    expected.voiceNoteTime = "07:30"
    expected.voiceNoteNameDefault = false
    expected.disclosure = .programmeNote
    #expect(settings == expected)
  }

  @Test(
    "What is not canonical is refused by name",
    arguments: [
      ("language", "en"), ("language", 1), ("language", nil), ("voice_similarity", 75), ("voice_similarity", -0.1),
      ("voice_similarity", "0.5"), ("stability", 1.01), ("stability", nil), ("add_background_sound", "yes"),
      ("background_volume", 30), ("background_name", ""), ("background_name", "../etc"), ("sex", "x"),
      ("OS", "windows"),
      ("voice_note_name_default", 1), ("disclosure", "never"), ("fan_volume_pct", 30), ("background_sound", true),
      ("colour", "red"), ("voice_note_name", 5), ("voice_note_date", "tomorrow"), ("voice_note_time", "24:00"),
    ] as [(String, JSONValue)])
  func refuses(key: String, value: JSONValue) {
    let error = #expect(throws: ServiceError.self) { try changed(.object([key: value])) }

    #expect(error?.code == .validationFailed)
    #expect(error?.details["fields"]?.arrayValue?.map { $0["field"] } == [.string(key)])
  }

  @Test("All problems are told at once")
  func reportsAll() {
    let error = #expect(throws: ServiceError.self) { try changed(["language": "x", "stability": 7, "colour": "red"]) }

    #expect(error?.details["fields"]?.arrayValue?.count == 3)
  }

  @Test("A note's name may have fifty characters, counted as code points, and no control characters")
  func boundsNames() throws {
    #expect(try changed(["voice_note_name": .string(String(repeating: "ñ", count: 50))]).voiceNoteName?.count == 50)
    for name in [String(repeating: "n", count: 51), "two\nlines"] {
      #expect(throws: ServiceError.self) { try changed(["voice_note_name": .string(name)]) }
    }
  }

  @Test("Null and the empty text clear what may be absent", arguments: [nil, ""] as [JSONValue])
  func clears(value: JSONValue) throws {
    var settings = UserSettings()
    settings.voiceNoteName = "Idea"
    settings.voiceNoteDate = "today"
    settings.voiceNoteTime = "07:30"

    let change = try SettingsChange.decode([
      "voice_note_name": value, "voice_note_date": value, "voice_note_time": value,
    ])

    #expect(change.applied(to: settings) == UserSettings())
  }

  @Test("What is not named stays")
  func keepsOthers() throws {
    var settings = UserSettings()
    settings.voiceNoteName = "Idea"
    settings.stability = 0.9

    let result = try SettingsChange.decode(["sex": "female"]).applied(to: settings)

    #expect(result.voiceNoteName == "Idea")
    #expect(result.stability == 0.9)
    #expect(result.sex == .female)
  }

  private func changed(_ body: JSONValue) throws -> UserSettings {
    try SettingsChange.decode(body).applied(to: UserSettings())
  }
}
