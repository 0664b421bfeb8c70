import Logging
import Observability
import Resilience
import SpeechProviders

/// Log lines and metrics of the speech providers. Never holds a text.
struct SpeechJournal: Sendable {
  private let logger: Logger
  private let metrics: MetricRegistry

  init(logger: Logger, metrics: MetricRegistry) {
    self.logger = logger
    self.metrics = metrics
    metrics.compute("elevenlabs_fail_ratio", help: "Failed share of the requests for speech at ElevenLabs.") {
      let count = { metrics.value($0, labels: ["provider": "elevenlabs"]) }
      let sent = count("speech_requests_total") - count("speech_shed_total")
      return sent > 0 ? count("speech_failed_total") / sent : 0
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

  /// What was given up or turned away on our side says nothing about the provider: it is counted apart.
  func failed(at provider: String, _ error: SpeechError) {
    let labels = ["provider": provider]
    if error.code == .cancelled {
      metrics.increment("speech_cancelled_total", labels: labels, help: "Requests that we gave up.")
    } else if error.isOurRefusal {
      metrics.increment("speech_shed_total", labels: labels, help: "Requests that were not sent to the provider.")
      logger.warning("speech_shed", metadata: ["provider": "\(provider)", "error": "\(error)"])
    } else {
      metrics.increment("speech_failed_total", labels: labels)
      logger.warning("speech_failed", metadata: ["provider": "\(provider)", "error": "\(error)"])
    }
  }
}

// MARK: - The guards around a provider

extension SpeechJournal {
  func retries(at provider: String, _ error: SpeechError) {
    metrics.increment("speech_retries_total", labels: ["provider": provider], help: "Repeated requests for speech.")
    logger.info("speech_retried", metadata: ["provider": "\(provider)", "error": "\(error)"])
  }

  func circuit(of provider: String, is state: CircuitBreaker.State) {
    let level = state == .closed ? 0.0 : state == .probing ? 1 : 2
    metrics.set(
      "provider_circuit_state", to: level, labels: ["provider": provider],
      help: "0 closed, 1 one request probes, 2 open: no request is sent.")
    logger.warning("provider_circuit", metadata: ["provider": "\(provider)", "state": "\(state)"])
  }

  func slots(of group: String, areCountedAlone isAlone: Bool) {
    metrics.set(
      "provider_slots_alone", to: isAlone ? 1 : 0, labels: ["group": group],
      help: "1 while this replica counts its requests at once by itself because Redis does not answer.")
    logger.warning(isAlone ? "provider_slots_alone" : "provider_slots_shared", metadata: ["group": "\(group)"])
  }

  func watch(_ provider: String, waiting: @escaping @Sendable () -> Int) {
    let name = "provider_waiting_" + provider.filter { $0.isLetter }
    metrics.compute(name, help: "Requests that wait for a slot at \(provider).") { Double(waiting()) }
  }

  func measureWait<Value, Failure: Error>(
    at provider: String, _ step: () async throws(Failure) -> Value
  ) async throws(Failure) -> Value {
    let stopwatch = Stopwatch()
    let value = try await step()
    metrics.observe(
      "provider_slot_wait_ms", milliseconds: stopwatch.milliseconds, labels: ["provider": provider],
      help: "Wait for a free slot under the provider's limit of requests at once.")
    return value
  }
}
