extension SpeechModel {
  /// A member of `GET /v1/models`.
  var body: JSON {
    [
      "model_id": .string(id), "name": .string(name), "description": .string("\(name), emulated."),
      "can_be_finetuned": .bool(usesStyle), "can_do_text_to_speech": .bool(speaks),
      "can_do_voice_conversion": .bool(!speaks), "can_use_style": .bool(usesStyle),
      "can_use_speaker_boost": .bool(usesStyle), "serves_pro_voices": false, "token_cost_factor": 1.0,
      "requires_alpha_access": false, "max_characters_request_free_user": .int(maxCharacters),
      "max_characters_request_subscribed_user": .int(maxCharacters),
      "maximum_text_length_per_request": .int(maxCharacters), "languages": .array(languages),
      "model_rates": [
        "character_cost_multiplier": .double(isHalfPrice ? 0.5 : 1), "cost_discount_multiplier": 1.0,
      ],
      "concurrency_group": .string(family == .fourth ? "standard_eleven_v4" : "standard_\(id)"),
    ]
  }

  private var languages: [JSON] {
    let known = [
      "en": "English", "es": "Spanish", "fr": "French", "de": "German", "it": "Italian", "pt": "Portuguese",
    ]
    return known.filter { !isEnglishOnly || $0.key == "en" }.sorted { $0.key < $1.key }
      .map { ["language_id": .string($0.key), "name": .string($0.value)] }
  }
}
