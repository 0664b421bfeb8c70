import Foundation

/// The answer of a fault that replaces the call.
enum ScriptedAnswer {
  static func make(_ fault: Fault, for request: EmulatorRequest) -> Answer {
    if let status = fault.status { return bare(fault, status: status) }
    guard let name = fault.error else { return .json(.null) }
    switch request.endpoint.provider {
    case .elevenLabs:
      return ElevenLabsErrors.named(name).map { $0.answer(to: request, message: fault.message) } ?? unknown(name)
    case .openAI: return OpenAIErrors.named(name).map { $0.answer(message: fault.message) } ?? unknown(name)
    case .gemini:
      return GeminiErrors.named(name).map { $0.answer(to: request, message: fault.message) } ?? unknown(name)
    }
  }

  private static func bare(_ fault: Fault, status: Int) -> Answer {
    Answer(
      status: status, headers: [("content-type", fault.contentType ?? "application/json")],
      body: .whole(Data((fault.body ?? "").utf8)))
  }

  private static func unknown(_ name: String) -> Answer {
    .json(["detail": .string("emulator: no error row is called \(name)")], status: 500)
  }
}
