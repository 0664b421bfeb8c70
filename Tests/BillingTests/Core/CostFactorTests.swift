import BillingCore
import Foundation
import Schemas
import Testing

@Suite struct CostFactorTests {
  @Test(
    "Effective characters are raw × factor rounded half up, and at least one",
    arguments: [
      ("0.5", 1, 1), ("0.5", 2, 1), ("0.5", 3, 2), ("0.5", 101, 51), ("0.1", 1, 1), ("0.1", 14, 1), ("0.1", 15, 2),
      ("1", 80, 80), ("2.5", 3, 8), ("0.333333", 3, 1), ("0", 80, 0), ("0.5", 0, 0), ("100", 100_000, 10_000_000),
    ])
  func rounding(factor: String, raw: Int, effective: Int) throws {
    let factor = try #require(Decimal(string: factor).flatMap(CostFactor.init))

    #expect(factor.effective(raw: raw) == effective)
  }

  @Test("A larger text never costs less")
  func monotonic() throws {
    for millionths in [1, 499_999, 500_000, 500_001, 1_000_000, 1_333_333] {
      let charges = (0...500).map(CostFactor(millionths: millionths).effective)

      #expect(charges == charges.sorted())
    }
  }

  @Test("Negative, too large and too finely divided factors are refused", arguments: ["-0.5", "101", "0.0000001"])
  func refused(text: String) throws {
    #expect(CostFactor(try #require(Decimal(string: text))) == nil)
  }

  @Test("A factor is shown as it was written", arguments: ["0.5", "1", "0.333333", "0"])
  func shown(text: String) throws {
    let decimal = try #require(Decimal(string: text))

    #expect(CostFactor(decimal)?.decimal == decimal)
    #expect(CostFactor(decimal)?.decimal.description == text)
  }

  @Test("What is no factor does not decode", arguments: ["-1", "101", "0.1234567"])
  func refusedOnTheWire(_ number: String) throws {
    #expect(throws: DecodingError.self) { try JSONDecoder().decode(CostFactor.self, from: Data(number.utf8)) }
  }
}
