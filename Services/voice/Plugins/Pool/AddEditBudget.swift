import SpeechProviders

/// The provider's monthly allowance of additions and edits, as last read and as spent since.
package struct AddEditBudget: Sendable, Equatable {
  /// `nil` where the plan has no bound, or none was read yet.
  package private(set) var remaining: Int?
  /// Renames stop here, so that creations still can be made.
  package static let reserve = 5

  package init(_ allowance: VoiceAllowance? = nil) {
    remaining = allowance.flatMap { allowance in allowance.addEditLimit.map { $0 - allowance.addEditsUsed } }
  }

  package var allowsCreation: Bool { remaining.map { $0 > 0 } ?? true }
  package var allowsRename: Bool { remaining.map { $0 > Self.reserve } ?? true }

  package mutating func spend() {
    remaining = remaining.map { $0 - 1 }
  }
}
