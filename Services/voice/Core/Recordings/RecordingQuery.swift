import Foundation
import Schemas

/// A page of a user's recordings, newest shown date and time first.
package struct RecordingQuery: Sendable, Equatable {
  /// Of samples: those that make the clone, or those that did or never have.
  package enum SampleState: String, Sendable, CaseIterable { case active, historical }

  package var kind: RecordingAnswer.Kind?
  package var state: SampleState?
  /// Part of the title as shown, without regard to case.
  package var text: String?
  package var limit: Int
  package var after: RecordingCursor?
  /// The instant whose day relative dates are resolved on: the first page's, for all pages.
  package var asOf: Date

  package init(
    kind: RecordingAnswer.Kind? = nil, state: SampleState? = nil, text: String? = nil, limit: Int = 50,
    after: RecordingCursor? = nil, asOf: Date
  ) {
    self.kind = kind
    self.state = state
    self.text = text
    self.limit = limit
    self.after = after
    self.asOf = asOf
  }
}
