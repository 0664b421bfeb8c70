/// Everything that can be scripted by name.
enum ErrorNames {
  static let body: JSON = [
    "elevenlabs": .array(ElevenLabsErrors.all.map { .string($0.name) }),
    "openai": .array(OpenAIErrors.all.map { .string($0.name) }),
    "gemini": .array(GeminiErrors.all.map { .string($0.name) }),
    "behaviours": .array(GeminiBehaviour.allCases.map { .string($0.rawValue) }),
    "endpoints": .array(Endpoint.allCases.map { .string($0.rawValue) }),
  ]
}
