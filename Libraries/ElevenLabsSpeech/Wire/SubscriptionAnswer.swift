import SpeechProviders

/// The part of `GET /v1/user/subscription` that we use.
struct SubscriptionAnswer: Decodable {
  var voiceLimit: Int
  var voiceSlotsUsed: Int
  var maxVoiceAddEdits: Int?
  var voiceAddEditCounter: Int
  var characterCount: Int
  var characterLimit: Int
}

extension VoiceAllowance {
  init(_ answer: SubscriptionAnswer) {
    self.init(
      voiceLimit: answer.voiceLimit, voicesUsed: answer.voiceSlotsUsed, addEditLimit: answer.maxVoiceAddEdits,
      addEditsUsed: answer.voiceAddEditCounter, creditsUsed: answer.characterCount,
      creditLimit: answer.characterLimit)
  }
}
