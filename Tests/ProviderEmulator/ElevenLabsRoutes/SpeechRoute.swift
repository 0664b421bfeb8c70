/// `POST /v1/text-to-speech/{voice_id}` and `…/stream`: schema, key, parameters, credits, load, then speech.
struct SpeechRoute: Sendable {
  let environment: EmulatorEnvironment

  func answer(_ request: EmulatorRequest) async throws -> Answer {
    let body = try SpeechBody(request)
    try KeyCheck(environment: environment).require("text_to_speech", request)
    let order = try environment.state.update { try SpeechOrder(body, request, $0) }
    let lease = try lease(order.model.group, request)
    let audio = try await environment.speech.audio(for: order)
    let (headers, latency) = environment.state.update { world in
      world.account.characterCount += order.credits
      return (SpeechHeaders.make(order, request, world), world.latency)
    }
    var answer = Answer(
      status: 200, headers: headers,
      body: request.endpoint == .speechStream ? .chunks(StreamChunks.split(audio)) : .whole(audio))
    answer.lease = lease
    pace(&answer, order, latency)
    return answer
  }

  private func lease(_ group: ConcurrencyGroup, _ request: EmulatorRequest) throws -> ConcurrencyLease {
    if let lease = ConcurrencyLease(group, of: environment.state) { return lease }
    let maximum = environment.state.update { $0.limit(of: group) }
    throw ElevenLabsCallErrors.tooManyConcurrent.refusal(
      request, message: ElevenLabsCallErrors.concurrencyMessage(maximum))
  }

  /// A whole file comes when all is spoken; a stream spreads the same time over its pieces.
  private func pace(_ answer: inout Answer, _ order: SpeechOrder, _ latency: Latency) {
    let rest = latency.rest(characters: order.body.text.unicodeScalars.count)
    if case .chunks(let chunks) = answer.body {
      answer.chunkDelay = rest / max(1, chunks.count)
    } else {
      answer.firstByteDelay = rest
    }
  }
}
