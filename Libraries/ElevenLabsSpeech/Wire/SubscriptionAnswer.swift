import SpeechProviders

/// The part of `GET /v1/user/subscription` that we use.
struct SubscriptionAnswer: Decodable {
  var voice_limit: Int
  var voice_slots_used: Int
  var max_voice_add_edits: Int?
  var voice_add_edit_counter: Int
  var character_count: Int
  var character_limit: Int
}

extension VoiceAllowance {
  init(_ answer: SubscriptionAnswer) {
    self.init(
      voiceLimit: answer.voice_limit, voicesUsed: answer.voice_slots_used, addEditLimit: answer.max_voice_add_edits,
      addEditsUsed: answer.voice_add_edit_counter, creditsUsed: answer.character_count,
      creditLimit: answer.character_limit)
  }
}
