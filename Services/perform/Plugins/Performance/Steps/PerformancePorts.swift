import Capabilities
import Logging
import PerformCore

/// What a performance needs from the other services and plugins.
struct PerformancePorts: Sendable {
  var accounts: any Accounts
  var charges: any Charges
  var voices: any Voices
  var notes: any Notes
  var composer: any NoteComposer
  var speech: any SpeechSynthesizing
  var mixing: any NoteMixing
  var provenance: any ProvenanceSealing
  var clock: WallClock
  var pause: Pause
  var logger: Logger
}
