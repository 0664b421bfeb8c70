import BillingCore
import BillingModelCost
import Foundation
import Logging
import Observability
import Schemas
import TestSupport
import Testing

@Suite struct CostTableFileTests {
  private func json(factor: String) -> String {
    """
    {"models": [{"model_id": "m", "display_name": "M", "character_limit": 100, "languages": ["en"],
     "cost_factor": \(factor), "effective_from": "2026-01-01", "source": "test"}]}
    """
  }

  @Test("A changed file is used without a restart, looked at once a second at most; a bad one keeps the old")
  func reload() throws {
    let path = FileManager.default.temporaryDirectory.appending(path: "costs-\(UUID().uuidString).json").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    let clock = try ManualClock()
    let metrics = MetricRegistry()
    let write = { (text: String) in try text.write(toFile: path, atomically: true, encoding: .utf8) }
    try write(json(factor: "0.5"))
    let file = try CostTableFile(
      path: path, clock: clock.wallClock, logger: Logger(label: "costs") { _ in SwiftLogNoOpLogHandler() },
      metrics: metrics)
    let factor = { file.table.factor(of: "m", at: clock.now)?.decimal.description }

    try write(json(factor: "0.75"))
    let atOnce = factor()
    clock.advance(by: .seconds(1))
    let later = factor()
    try write(json(factor: "\"cheap\""))
    clock.advance(by: .seconds(1))
    let afterBadFile = [factor(), factor()]
    try write(json(factor: "1"))
    clock.advance(by: .seconds(1))

    #expect(atOnce == "0.5")
    #expect(later == "0.75")
    #expect(afterBadFile == ["0.75", "0.75"])
    #expect(factor() == "1")
    #expect(metrics.value("model_costs_reloads_total", labels: ["result": "refused"]) == 1)
    #expect(metrics.value("model_costs_reloads_total", labels: ["result": "accepted"]) == 2)
  }
}
