/// Where closings are kept: one per period, for good.
package protocol PeriodClosingStore: Sendable {
  /// Oldest period first.
  func closings() async throws -> [PeriodClosing]
  /// - Returns: false when the period was closed already; the first closing stays then.
  func record(_ closing: PeriodClosing) async throws -> Bool
}
