import GeminiText
import Logging
import Observability
import PerformCore
import Resilience
import TextProviders

/// Log lines and counters of what happened while a text was sought. Never holds a value, a topic or a text.
struct TextJournal: Sendable {
  let logger: Logger
  let metrics: MetricRegistry

  func record(_ event: TextEvent) {
    logger.log(
      level: event.isWarning ? .warning : .info, "\(event.name)", metadata: event.fields.mapValues { .string($0) })
    count(event)
  }

  func record(_ notice: GeminiNotice) {
    switch notice {
    case .modelStage(let model, let stage, let retirement):
      logger.warning(
        "gemini_model_stage",
        metadata: ["model": "\(model)", "stage": "\(stage)", "retirement": "\(retirement ?? "unknown")"])
    case .rerouted(let asked, let answered):
      logger.warning("gemini_rerouted", metadata: ["asked": "\(asked)", "answered": "\(answered)"])
    }
  }

  func circuit(of source: String, is state: CircuitBreaker.State) {
    let level = state == .closed ? 0.0 : state == .probing ? 1 : 2
    metrics.set(
      "provider_circuit_state", to: level, labels: ["provider": source],
      help: "0 closed, 1 one request probes, 2 open: no request is sent.")
    logger.warning("provider_circuit", metadata: ["provider": "\(source)", "state": "\(state)"])
  }

  private func count(_ event: TextEvent) {
    switch event {
    case .rejected(let source, _, let violations):
      for violation in violations {
        metrics.increment("text_rejected_total", labels: ["source": source, "violation": violation.rawValue])
      }
    case .failed(let source, _, let error):
      metrics.increment("text_failed_total", labels: ["source": source, "error": error.rawValue])
    case .accepted(let source, _): metrics.increment("text_accepted_total", labels: ["source": source])
    case .fellBack(let source, _): metrics.increment("text_abandoned_total", labels: ["source": source])
    case .promptBuilt, .generated: break
    }
  }
}
