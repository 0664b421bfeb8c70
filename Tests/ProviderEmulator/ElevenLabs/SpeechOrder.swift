/// A speech call that passed every check but the load: what is to be spoken, by whom, for how much.
struct SpeechOrder: Sendable {
  var body: SpeechBody
  var voice: Voice
  var model: SpeechModel
  var format: OutputFormat
  var credits: Int

  /// The checks that come after schema and key, in the service's order as far as it is known.
  init(_ body: SpeechBody, _ request: EmulatorRequest, _ world: EmulatorWorld) throws {
    self.body = body
    format = try OutputFormat.asked(for: request, tier: world.account.tier)
    guard let model = SpeechModel.named(body.modelID) else {
      throw ElevenLabsCallErrors.modelNotFound.refusal(
        request, message: "A model with model ID \(body.modelID) does not exist.")
    }
    self.model = model
    voice = try Self.voice(request, world)
    credits = model.credits(for: body.text)
    try SpeechRules(body: body, model: model).check(request)
    try Self.checkCredits(credits, request, world)
  }

  private static func voice(_ request: EmulatorRequest, _ world: EmulatorWorld) throws -> Voice {
    guard let voice = world.voice(request.parameter) else {
      throw ElevenLabsCallErrors.voiceNotFoundForSpeech.refusal(
        request, message: "A voice with voice_id '\(request.parameter)' was not found.")
    }
    guard !voice.requiresVerification else { throw ElevenLabsAccountErrors.unverifiedVoice.refusal(request) }
    return voice
  }

  private static func checkCredits(_ credits: Int, _ request: EmulatorRequest, _ world: EmulatorWorld) throws {
    let left = world.account.characterLimit - world.account.characterCount
    guard credits > left else { return }
    throw ElevenLabsAccountErrors.quotaExceeded.refusal(
      request,
      message: "This request exceeds your quota of \(world.account.characterLimit). You have \(left) credits "
        + "remaining, while \(credits) credits are required for this request.")
  }
}
