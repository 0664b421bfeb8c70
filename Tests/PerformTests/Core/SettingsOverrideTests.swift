import Schemas
import Testing

@Suite("The settings of one performance")
struct SettingsOverrideTests {
  private func overridden(_ document: JSONValue) throws -> UserSettings {
    try SettingsOverride.decode(document).change.applied(to: UserSettings())
  }

  @Test("An override changes what it names and nothing else")
  func canonical() throws {
    let settings = try overridden(["language": "german", "background_volume": 0])

    #expect(settings.language == .german && settings.backgroundVolume == 0)
    #expect(settings.stability == UserSettings().stability)
  }

  @Test(
    "The older names of the background's sound are taken, in any document",
    arguments: [
      (["fan_volume_pct": 20], ["background_volume": 0.2]), (["fan_volume_pct": 100], ["background_volume": 1]),
      (["fan_volume_pct": 0], ["background_volume": 0]), (["background_sound": false], ["add_background_sound": false]),
      (["fan_volume_pct": 20, "background_volume": 1], ["background_volume": 1]),
      (["fan_volume_pct": 20, "voice_similarity": 1], ["background_volume": 0.2, "voice_similarity": 1]),
      (["background_sound": true, "add_background_sound": false], ["add_background_sound": false]),
      (["voice_language": "es", "fan_volume_pct": 45], ["language": "spanish", "background_volume": 0.45]),
      (["speaker_sex": "female", "background_volume": 45], ["sex": "female", "background_volume": 0.45]),
      (["voice_stability": 60, "background_sound": false], ["stability": 0.6, "add_background_sound": false]),
    ] as [(JSONValue, JSONValue)])
  func older(document: JSONValue, canonical: JSONValue) throws {
    #expect(try overridden(document) == overridden(canonical))
  }

  @Test(
    "What cannot be meant is refused",
    arguments: [
      ["fan_volume_pct": 101], ["fan_volume_pct": -1], ["fan_volume_pct": "20"], ["background_sound": "fan"],
      ["stability": 50], ["background_volume": 30], ["voice_note_date": "22.11.2026"], ["voice_note_time": "24:00"],
      ["tempo": 2],
    ] as [JSONValue])
  func refused(document: JSONValue) {
    #expect(throws: ServiceError.self) { try overridden(document) }
  }
}
