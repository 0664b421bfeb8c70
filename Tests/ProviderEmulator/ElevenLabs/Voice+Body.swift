extension Voice {
  /// The voice as `GET /v1/voices/{id}` sends it.
  var body: JSON {
    [
      "voice_id": .string(id), "name": .string(name), "category": .string(category),
      "labels": .object(labels.mapValues(JSON.string)), "description": description.map(JSON.string) ?? nil,
      "samples": isPremade ? nil : .array(samples.map { $0.body(removeBackgroundNoise) }),
      "fine_tuning": fineTuning, "preview_url": nil, "available_for_tiers": [], "settings": nil, "sharing": nil,
      "high_quality_base_model_ids": [], "verified_languages": [], "collection_ids": [], "safety_control": nil,
      "voice_verification": verification, "permission_on_resource": isPremade ? "viewer" : "admin",
      "is_owner": .bool(!isPremade), "is_legacy": false, "is_mixed": false, "favorited_at_unix": nil,
      "created_at_unix": .int(createdAtUnix), "is_bookmarked": nil, "recording_quality": nil,
      "labelling_status": nil, "recording_quality_reason": nil,
    ]
  }

  private var fineTuning: JSON {
    [
      "is_allowed_to_fine_tune": false, "state": [:], "verification_failures": [],
      "verification_attempts_count": 0, "manual_verification_requested": false,
    ]
  }

  private var verification: JSON {
    [
      "requires_verification": .bool(requiresVerification), "is_verified": .bool(!requiresVerification),
      "verification_failures": [], "verification_attempts_count": 0, "language": nil, "verification_attempts": nil,
    ]
  }
}

extension Voice.Sample {
  fileprivate func body(_ removeBackgroundNoise: Bool) -> JSON {
    [
      "sample_id": .string(id), "file_name": .string(fileName), "mime_type": .string(mimeType),
      "size_bytes": .int(sizeBytes), "hash": .string(hash), "duration_secs": .double(durationSecs),
      "remove_background_noise": .bool(removeBackgroundNoise), "has_isolated_audio": false,
      "has_isolated_audio_preview": false, "speaker_separation": nil, "trim_start": nil, "trim_end": nil,
    ]
  }
}
