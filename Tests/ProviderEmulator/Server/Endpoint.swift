/// Every provider call that is emulated. The raw value names it in faults, counters and the journal.
package enum Endpoint: String, Sendable, Codable, CaseIterable {
  case voicesAdd = "elevenlabs.voices_add"
  case voicesListOld = "elevenlabs.voices_list_v1"
  case voicesList = "elevenlabs.voices_list"
  case voiceGet = "elevenlabs.voice_get"
  case voiceEdit = "elevenlabs.voice_edit"
  case voiceDelete = "elevenlabs.voice_delete"
  case voiceSettings = "elevenlabs.voice_settings"
  case speech = "elevenlabs.speech"
  case speechStream = "elevenlabs.speech_stream"
  case subscription = "elevenlabs.subscription"
  case user = "elevenlabs.user"
  case models = "elevenlabs.models"
  case generate = "gemini.generate"
  case generateStream = "gemini.generate_stream"
  case countTokens = "gemini.count_tokens"
  case geminiModels = "gemini.models_list"
  case geminiModel = "gemini.model_get"
  case chat = "openai.chat_completions"

  package var provider: Provider {
    Provider.allCases.first { rawValue.hasPrefix("\($0.rawValue).") } ?? .elevenLabs
  }
}

package enum Provider: String, Sendable, CaseIterable {
  case elevenLabs = "elevenlabs"
  case gemini
  /// Any server with the interface of OpenAI.
  case openAI = "openai"
}
