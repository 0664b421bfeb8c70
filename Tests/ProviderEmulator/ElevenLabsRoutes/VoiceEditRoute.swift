/// `POST /v1/voices/{voice_id}/edit`: counts against the same allowance as an addition. Labels that are absent or
/// `null` stay as they were (what the live service does is not known).
struct VoiceEditRoute: Sendable {
  let environment: EmulatorEnvironment

  func answer(_ request: EmulatorRequest) async throws -> Answer {
    let form = try VoiceForm(request, needsFiles: false)
    try KeyCheck(environment: environment).require("voices_write", request)
    try environment.ownVoice(request)
    let samples = try await SampleIntake(environment: environment).samples(form, request)
    try environment.state.update { world in
      guard let index = world.voices.firstIndex(where: { $0.id == request.parameter }) else {
        throw EmulatorEnvironment.noVoice(request)
      }
      try world.checkAddEditAllowance(request)
      world.account.voiceAddEditCounter += 1
      world.voices[index].apply(form, samples)
    }
    return ElevenLabsAnswer.json(["status": "ok"])
  }
}

extension Voice {
  fileprivate mutating func apply(_ form: VoiceForm, _ added: [Sample]) {
    name = form.name
    labels = form.labels ?? labels
    description = form.description ?? description
    samples += added
    if !added.isEmpty { timbre = StableHash.of(samples.map(\.hash).joined()) }
  }
}
