import Foundation

/// What a text costs, as announced before billing has said so: the same rule on the factor that billing reserved with.
package enum EffectiveCharacters {
  /// max(1, raw × factor rounded half up), and 0 for an empty text or a free model.
  package static func count(raw: Int, factor: Decimal) -> Int {
    guard raw > 0, factor > 0 else { return 0 }
    var exact = Decimal(raw) * factor
    var rounded = Decimal()
    NSDecimalRound(&rounded, &exact, 0, .plain)
    return max(1, NSDecimalNumber(decimal: rounded).intValue)
  }
}
