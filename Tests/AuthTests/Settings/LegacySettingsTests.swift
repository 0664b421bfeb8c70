import Schemas
import Testing

@Suite struct LegacySettingsTests {
  @Test(
    "An older document means the same as its canonical form",
    arguments: [
      (["voice_language": "es"], ["language": "spanish"]),
      (["voice_language": "PT"], ["language": "portuguese"]),
      (["speaker_sex": "female"], ["sex": "female"]),
      (["voice_stability": 60], ["stability": 0.6]),
      (["voice_stability": 0], ["stability": 0]),
      (["voice_stability": 100], ["stability": 1]),
      (["voice_stability": 50, "voice_similarity": 80], ["stability": 0.5, "voice_similarity": 0.8]),
      (["voice_language": "en", "voice_similarity": 0.6], ["language": "english", "voice_similarity": 0.6]),
      (["speaker_sex": "male", "background_sound": false], ["sex": "male", "add_background_sound": false]),
      (["speaker_sex": "male", "background_volume": 45], ["sex": "male", "background_volume": 0.45]),
      (["speaker_sex": "male", "fan_volume_pct": 20], ["sex": "male", "background_volume": 0.2]),
      (
        ["speaker_sex": "male", "fan_volume_pct": 20, "background_volume": 40],
        ["sex": "male", "background_volume": 0.4]
      ),
      (["voice_language": "fr", "language": "spanish"], ["language": "french"]),
      (["speaker_sex": "female", "language": "spanish"], ["sex": "female", "language": "spanish"]),
      (["speaker_sex": "male", "sex": "female"], ["sex": "male"]),
      (["speaker_sex": "male", "stability": 0.2], ["sex": "male", "stability": 0.2]),
      (["voice_stability": 70, "stability": 0.2], ["stability": 0.7]),
      (["speaker_sex": "male", "add_background_sound": false], ["sex": "male", "add_background_sound": false]),
      (["speaker_sex": "male", "OS": "android"], ["sex": "male", "OS": "android"]),
      (["speaker_sex": "male", "voice_note_name": "Idea"], ["sex": "male", "voice_note_name": "Idea"]),
      (["speaker_sex": "male", "voice_note_name": ""], ["sex": "male", "voice_note_name": nil]),
      (["speaker_sex": "male", "voice_note_date": "2025-09-14"], ["sex": "male", "voice_note_date": "2025-09-14"]),
      (["speaker_sex": "male", "voice_note_name_default": false], ["sex": "male", "voice_note_name_default": false]),
    ] as [(JSONValue, JSONValue)])
  func normalises(document: JSONValue, canonical: JSONValue) throws {
    #expect(try SettingsChange.decode(document) == SettingsChange.decode(canonical))
  }

  @Test(
    "What cannot be meant is refused in older documents too",
    arguments: [
      ["voice_language": "ru"], ["voice_language": "english"], ["voice_stability": 101], ["voice_stability": -1],
      ["voice_stability": "60"], ["speaker_sex": "other"], ["voice_language": "en", "fan_volume_pct": 130],
      ["voice_language": "en", "colour": "red"], ["voice_language": "en", "background_sound": "fan"],
    ] as [JSONValue])
  func refuses(document: JSONValue) {
    #expect(throws: ServiceError.self) { try SettingsChange.decode(document) }
  }
}
