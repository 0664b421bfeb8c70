import Schemas
import SpeechProviders

/// Makes notes out of speech: the room around the words, the tag in front of them.
package protocol NoteMixing: Sendable {
  /// Names of the backgrounds that a note can have.
  var backgrounds: [String] { get }

  /// Does what can be done before the first word: worth calling while the provider is still thinking.
  func renderer(for format: SpeechStream.Format, _ sound: NoteSound) throws(NoteRenderError) -> any NoteRendering
}

extension NoteMixing {
  /// - Throws: `VALIDATION_FAILED` for settings that name a background that is not here.
  package func requireBackground(of settings: UserSettings) throws(ServiceError) {
    guard !backgrounds.contains(settings.backgroundName) else { return }
    throw .validation([
      FieldProblem(field: "background_name", problem: "must be one of \(backgrounds.joined(separator: ", "))")
    ])
  }
}

/// How one note is to sound.
package struct NoteSound: Sendable, Equatable {
  /// `nil` for the words alone.
  package var background: String?
  /// 0…1, as in the settings.
  package var volume: Double
  /// Shown by players.
  package var title: String?
  /// Goes into the note's mark of origin.
  package var performanceID: String

  package init(background: String?, volume: Double, title: String?, performanceID: String) {
    self.background = background
    self.volume = volume
    self.title = title
    self.performanceID = performanceID
  }
}

extension NoteSound {
  package init(_ settings: UserSettings, title: String?, performanceID: String) {
    self.init(
      background: settings.addBackgroundSound ? settings.backgroundName : nil, volume: settings.backgroundVolume,
      title: title, performanceID: performanceID)
  }
}

/// One note while its speech arrives. Of no more use after an error.
package protocol NoteRendering: Sendable {
  /// - Returns: the part of the MP3 that is final now, possibly nothing.
  func feed(_ speech: [UInt8]) throws(NoteRenderError) -> [UInt8]

  /// - Throws: `unusableSpeech` when the speech stopped inside a frame, or before any audio.
  func finish() throws(NoteRenderError) -> [UInt8]
}
