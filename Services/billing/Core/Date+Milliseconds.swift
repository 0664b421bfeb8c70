import Foundation

/// Instants as stores keep them: whole milliseconds since 1970.
extension Date {
  package init(milliseconds: Int64) {
    self.init(timeIntervalSince1970: Double(milliseconds) / 1000)
  }

  package var milliseconds: Int64 {
    Int64((timeIntervalSince1970 * 1000).rounded(.down))
  }

  /// The same instant with what a store would drop already dropped.
  package var wholeMilliseconds: Date { Date(milliseconds: milliseconds) }
}
