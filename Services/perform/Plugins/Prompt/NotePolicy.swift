/// How long and how often writers are tried for one note.
package struct NotePolicy: Sendable {
  /// For all language models together; the offline writer comes after it.
  package var timeout: Duration
  /// Drafts per writer: the first and the corrected ones.
  package var attempts = 3
  /// With less time left no further draft is asked for: no model writes one so fast.
  package var leastTime: Duration { min(.milliseconds(1500), timeout / 2) }
  /// A time-out after a shorter wait tells about our deadline and not about the provider.
  package var tellingTime: Duration { timeout / 2 }
  /// Somebody waits on a stage: for a writer that asks for more patience than this the next one steps in.
  package var longestPause: Duration = .milliseconds(500)

  package init(timeout: Duration = .seconds(8)) {
    self.timeout = timeout
  }
}
