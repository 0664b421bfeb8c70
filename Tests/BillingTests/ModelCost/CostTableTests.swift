import BillingCore
import BillingModelCost
import Foundation
import Schemas
import Testing

@Suite struct CostTableTests {
  private func row(_ model: String, _ factor: Decimal, from: String) -> ModelCost {
    ModelCost(
      modelID: model, displayName: model, characterLimit: 100, languages: ["en"], costFactor: factor,
      effectiveFrom: from, source: "test")
  }

  private func instant(_ text: String) throws -> Date { try Date(text, strategy: .iso8601) }

  @Test("A price holds from its day until the next price of the model")
  func dated() throws {
    let table = try CostTable(rows: [
      row("m", 1, from: "2026-01-01"), row("m", 0.25, from: "2026-06-01"), row("n", 2, from: "2026-06-01"),
    ])

    #expect(table.factor(of: "m", at: try instant("2025-12-31T23:59:59Z")) == nil)
    #expect(table.factor(of: "m", at: try instant("2026-05-31T23:59:59Z"))?.decimal == 1)
    #expect(table.factor(of: "m", at: try instant("2026-06-01T00:00:00Z"))?.decimal == Decimal(string: "0.25"))
    #expect(table.rows(at: try instant("2026-05-01T00:00:00Z")).map(\.modelID) == ["m"])
    #expect(table.rows(at: try instant("2026-07-01T00:00:00Z")).map(\.costFactor) == [0.25, 2])
  }

  @Test("Every bad row is named")
  func refused() {
    let rows = [row("", 1, from: "2026-01-01"), row("m", -1, from: "2026-01-01"), row("m", 1, from: "soon")]
    let twice = [row("m", 1, from: "2026-01-01"), row("m", 2, from: "2026-01-01")]

    let problems = (#expect(throws: CostTableRefused.self) { try CostTable(rows: rows) })?.problems

    #expect(problems?.count == 3)
    #expect(throws: CostTableRefused.self) { try CostTable(rows: twice) }
    #expect(throws: CostTableRefused.self) { try CostTable(rows: []) }
    #expect(throws: CostTableRefused.self) { try CostTable(json: Array("{".utf8)) }
  }

  @Test(
    "The table that comes with the program prices every speech model",
    arguments: [
      ("eleven_turbo_v2_5", "0.5"), ("eleven_flash_v2_5", "0.5"), ("eleven_multilingual_v2", "1"), ("eleven_v3", "1"),
      ("eleven_v3_conversational", "0.5"), ("eleven_v4", "1"), ("eleven_v4_turbo", "0.5"), ("local", "1"),
    ])
  func builtIn(model: String, factor: String) throws {
    let table = try CostTableFile.read(ModelCostConfiguration.bundledFile)

    #expect(table.factor(of: model, at: try instant("2026-11-22T00:00:00Z"))?.decimal.description == factor)
  }
}
