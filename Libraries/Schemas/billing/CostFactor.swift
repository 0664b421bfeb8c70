import Foundation

/// Effective characters per raw character, exact to six decimals; binary fractions never touch a charge.
package struct CostFactor: Sendable, Hashable {
  package static let largest = 100

  /// The factor times 1 000 000: `0.5` is 500 000.
  package let millionths: Int

  /// `nil` unless 0…100 with at most six decimals.
  package init?(_ factor: Decimal) {
    let scaled = factor * 1_000_000
    guard let millionths = Int(scaled.description), (0...Self.largest * 1_000_000).contains(millionths) else {
      return nil
    }
    self.millionths = millionths
  }

  /// As a store keeps it.
  package init(millionths: Int) {
    self.millionths = millionths
  }

  package var decimal: Decimal { Decimal(millionths) / 1_000_000 }

  /// `max(1, raw × factor)` rounded half up; 0 for no text or a factor of 0.
  package func effective(raw: Int) -> Int {
    guard raw > 0, millionths > 0 else { return 0 }
    return max(1, (raw * millionths + 500_000) / 1_000_000)
  }
}

/// On the wire a decimal number; anything that is no factor does not decode.
extension CostFactor: Codable {
  package init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    guard let factor = CostFactor(try container.decode(Decimal.self)) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "a factor is 0…100, six decimals at most")
    }
    self = factor
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(decimal)
  }
}
