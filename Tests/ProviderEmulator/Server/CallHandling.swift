import Foundation

/// One provider call from journal to answer: take the fault, let the handler work, lay the fault over the result.
struct CallHandling: Sendable {
  let environment: EmulatorEnvironment

  func answer(_ request: EmulatorRequest) async -> Answer {
    var request = request
    let text = String(decoding: request.body.prefix(65_536), as: UTF8.self)
    let endpoint = request.endpoint
    request.fault = environment.state.update { $0.script.take(for: endpoint, body: text) }
    let entry = JournalEntry(request)
    let sequence = environment.state.update { $0.record(entry) }
    var answer = await handled(request).applying(request.fault)
    answer.firstByteDelay += environment.state.update { $0.latency }.firstByte(of: endpoint)
    let status = answer.ending == .lost || answer.ending == .silent ? 0 : answer.status
    environment.state.update { $0.close(sequence, status: status) }
    return answer
  }

  private func handled(_ request: EmulatorRequest) async -> Answer {
    if let fault = request.fault, fault.replacesTheCall { return ScriptedAnswer.make(fault, for: request) }
    do {
      switch request.endpoint.provider {
      case .elevenLabs: return try await ElevenLabsHandlers(environment: environment).answer(request)
      case .gemini: return try GeminiHandlers(environment: environment).answer(request)
      case .openAI: return try ChatRoute(environment: environment).answer(request)
      }
    } catch let refusal as Refusal {
      return refusal.answer
    } catch {
      return .json(["detail": .string("emulator: \(error)")], status: 500)
    }
  }
}
