import Logging
import Observability
import SpeechProviders

/// Log lines and metrics of the speech providers. Never holds a text.
struct SpeechJournal: Sendable {
  private let logger: Logger
  private let metrics: MetricRegistry

  init(logger: Logger, metrics: MetricRegistry) {
    self.logger = logger
    self.metrics = metrics
    metrics.compute("elevenlabs_fail_ratio", help: "Failed share of the requests for speech at ElevenLabs.") {
      let asked = metrics.value("speech_requests_total", labels: ["provider": "elevenlabs"])
      let failed = metrics.value("speech_failed_total", labels: ["provider": "elevenlabs"])
      return asked == 0 ? 0 : failed / asked
    }
  }

  func willSpeak(_ request: SpeechRequest, at provider: String) {
    metrics.increment("speech_requests_total", labels: ["provider": provider])
    logger.info(
      "voice_clone_settings",
      metadata: [
        "provider": "\(provider)", "model": "\(request.model)", "language": "\(request.language)",
        "stability": .stringConvertible(request.settings.stability),
        "similarity_boost": .stringConvertible(request.settings.similarityBoost),
        "style": .stringConvertible(request.settings.style),
        "speaker_boost": .stringConvertible(request.settings.speakerBoost),
      ])
  }

  func spoke(at provider: String, milliseconds: Double) {
    metrics.observe(
      "tts_latency_ms", milliseconds: milliseconds, labels: ["provider": provider],
      help: "From the request for speech to its first audio.")
  }

  func failed(at provider: String, _ error: SpeechError) {
    metrics.increment("speech_failed_total", labels: ["provider": provider])
    logger.warning("speech_failed", metadata: ["provider": "\(provider)", "error": "\(error)"])
  }
}
