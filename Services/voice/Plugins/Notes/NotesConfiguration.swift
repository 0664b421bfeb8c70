import Foundation
import ServiceConfiguration

/// Variables of notes.
package struct NotesConfiguration: Sendable {
  package var reservationSeconds: Int

  /// Seconds after which a note that is not confirmed is settled: a reservation's life and a minute more.
  package var sweepAge: TimeInterval { TimeInterval(reservationSeconds + 60) }

  package init(_ variables: VariableReader) {
    reservationSeconds = variables.whole(
      "RESERVATION_SECONDS", default: 300, in: 240...86_400, "How long characters stay reserved for a performance.")
  }
}
