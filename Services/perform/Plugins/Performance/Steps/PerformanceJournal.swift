import Logging
import Observability
import PerformCore
import Schemas
import SpeechProviders

/// Log lines and metrics of performances. Never holds a value, a topic or a text.
struct PerformanceJournal: Sendable {
  private let logger: Logger
  private let metrics: MetricRegistry

  init(logger: Logger, metrics: MetricRegistry) {
    self.logger = logger
    self.metrics = metrics
    metrics.compute("avg_perform_latency_ms", help: "Mean of perform_latency_ms.") {
      metrics.mean("perform_latency_ms")
    }
  }

  /// A performance that was turned away before it began.
  func shed(_ obstacle: SpeechError) {
    metrics.increment(
      "perform_shed_total", labels: ["reason": obstacle.code.rawValue], help: "Performances turned away at once.")
  }

  func began() {
    metrics.increment("perform_requests_total", help: "Performances begun.")
  }

  /// - Parameter timings: the answer's own, and how long it took to confirm it.
  func completed(_ order: PerformOrder, _ answer: PerformAnswer, timings: [String: Double]) {
    metrics.increment("perform_success_total", help: "Performances delivered.")
    metrics.increment("chars_generated_total", by: Double(answer.charsUsedRaw), help: "Characters spoken.")
    metrics.observe(
      "perform_latency_ms", milliseconds: timings["total"] ?? 0, help: "From the order to the delivered note.")
    if let first = timings["first_audio"] {
      metrics.observe(
        "perform_first_audio_ms", milliseconds: first, help: "From the order to the first audio of the note.")
    }
    logger.info("perform_completed", metadata: metadata(order, timings).merging(figures(answer)) { $1 })
  }

  /// Everybody who had asked for it went away before it spoke.
  func abandoned(_ order: PerformOrder, timings: [String: Double]) {
    metrics.increment("perform_abandoned_total", help: "Performances whose clients left before they spoke.")
    logger.info("perform_abandoned", metadata: metadata(order, timings))
  }

  func failed(_ order: PerformOrder, _ error: ServiceError, timings: [String: Double]) {
    metrics.increment(
      "perform_fail_total", labels: ["error": error.code.rawValue], help: "Performances that ended without a note.")
    var metadata = metadata(order, timings)
    metadata["error"] = "\(error.code.rawValue)"
    if let cause = error.cause { metadata["cause"] = "\(cause)" }
    logger.warning("perform_failed", metadata: metadata)
  }

  private func metadata(_ order: PerformOrder, _ timings: [String: Double]) -> Logger.Metadata {
    [
      "performance_id": "\(order.performanceID)", "routine_type": "\(order.routine.id)", "model": "\(order.model)",
      "rehearsal": .stringConvertible(order.rehearsal),
      "timings_ms": .dictionary(timings.mapValues { .stringConvertible($0) }),
    ]
  }

  private func figures(_ answer: PerformAnswer) -> Logger.Metadata {
    [
      "recording_id": "\(answer.recordingID)", "voice_source": "\(answer.voiceSource)",
      "text_source": "\(answer.textSource)", "chars_used_raw": .stringConvertible(answer.charsUsedRaw),
      "chars_used_effective": .stringConvertible(answer.charsUsedEffective),
      "duration_seconds": .stringConvertible(answer.durationSeconds),
    ]
  }
}
