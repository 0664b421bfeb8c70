import Foundation

/// `POST /v1/voices/add`: schema, key, plan, slots, allowance, then the audio itself.
struct VoicesAddRoute: Sendable {
  let environment: EmulatorEnvironment

  func answer(_ request: EmulatorRequest) async throws -> Answer {
    let form = try VoiceForm(request, needsFiles: true)
    try KeyCheck(environment: environment).require("voices_write", request)
    try environment.state.update { try $0.checkRoom(request) }
    let samples = try await SampleIntake(environment: environment).samples(form, request)
    let voice = Self.voice(form, samples, request)
    try environment.state.update { world in
      try world.checkRoom(request)
      world.account.voiceAddEditCounter += 1
      world.voices.append(voice)
    }
    return ElevenLabsAnswer.json([
      "voice_id": .string(voice.id), "requires_verification": .bool(voice.requiresVerification),
    ])
  }

  private static func voice(_ form: VoiceForm, _ samples: [Voice.Sample], _ request: EmulatorRequest) -> Voice {
    Voice(
      name: form.name, labels: form.labels ?? [:], description: form.description, samples: samples,
      removeBackgroundNoise: form.removeBackgroundNoise,
      requiresVerification: request.fault?.requiresVerification ?? false,
      createdAtUnix: Int(Date().timeIntervalSince1970),
      timbre: StableHash.of(samples.map(\.hash).joined()))
  }
}

extension EmulatorWorld {
  /// Throws what ElevenLabs answers when the plan has no cloning, no free slot or no operation left.
  fileprivate func checkRoom(_ request: EmulatorRequest) throws {
    guard account.canUseInstantVoiceCloning else {
      throw ElevenLabsAccountErrors.noInstantCloning.refusal(request)
    }
    guard ownVoices.count < account.voiceLimit else {
      throw ElevenLabsAccountErrors.voiceLimit.refusal(
        request, message: ElevenLabsAccountErrors.voiceLimitMessage(ownVoices.count, account.voiceLimit))
    }
    try checkAddEditAllowance(request)
  }

  /// Additions and edits draw on the same monthly allowance.
  func checkAddEditAllowance(_ request: EmulatorRequest) throws {
    guard account.maxVoiceAddEdits.map({ account.voiceAddEditCounter < $0 }) ?? true else {
      throw ElevenLabsAccountErrors.addEditLimit.refusal(request)
    }
  }
}
