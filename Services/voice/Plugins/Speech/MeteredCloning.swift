import Observability
import SpeechProviders

/// Counts a provider's calls and failures.
struct MeteredCloning: VoiceCloning {
  private let provider: any VoiceCloning
  private let metrics: MetricRegistry

  init(_ provider: any VoiceCloning, metrics: MetricRegistry) {
    self.provider = provider
    self.metrics = metrics
    metrics.compute("elevenlabs_fail_ratio", help: "Share of calls to ElevenLabs that failed.") {
      let calls = metrics.value("elevenlabs_calls_total")
      return calls == 0 ? 0 : metrics.value("elevenlabs_failures_total") / calls
    }
  }

  func voices() async throws(SpeechError) -> [ProviderVoice] {
    try await counted { () throws(SpeechError) in try await provider.voices() }
  }

  func allowance() async throws(SpeechError) -> VoiceAllowance {
    try await counted { () throws(SpeechError) in try await provider.allowance() }
  }

  func createVoice(_ request: VoiceCreation) async throws(SpeechError) -> CreatedVoice {
    try await counted { () throws(SpeechError) in try await provider.createVoice(request) }
  }

  func renameVoice(id: String, name: String, labels: [String: String]) async throws(SpeechError) {
    try await counted { () throws(SpeechError) in
      try await provider.renameVoice(id: id, name: name, labels: labels)
    }
  }

  func deleteVoice(id: String) async throws(SpeechError) {
    try await counted { () throws(SpeechError) in try await provider.deleteVoice(id: id) }
  }

  private func counted<Value>(_ call: () async throws(SpeechError) -> Value) async throws(SpeechError) -> Value {
    metrics.increment("elevenlabs_calls_total")
    do throws(SpeechError) {
      return try await call()
    } catch {
      metrics.increment("elevenlabs_failures_total")
      throw error
    }
  }
}
