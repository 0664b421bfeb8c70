import SpeechProviders

/// Makes notes out of speech: the room around the words, the tag in front of them.
package protocol NoteMixing: Sendable {
  /// Names of the backgrounds that a note can have.
  var backgrounds: [String] { get }

  func renderer(for format: SpeechStream.Format, _ sound: NoteSound) throws(NoteRenderError) -> any NoteRendering
}

/// How one note is to sound.
package struct NoteSound: Sendable, Equatable {
  /// `nil` for the words alone.
  package var background: String?
  /// 0…1, as in the settings.
  package var volume: Double
  /// Shown by players.
  package var title: String?

  package init(background: String?, volume: Double, title: String?) {
    self.background = background
    self.volume = volume
    self.title = title
  }
}

/// One note while its speech arrives. Belongs to one task at a time; of no more use after an error.
package protocol NoteRendering: AnyObject {
  /// - Returns: the part of the MP3 that is final now, possibly nothing.
  func feed(_ speech: [UInt8]) throws(NoteRenderError) -> [UInt8]

  /// - Throws: `unusableSpeech` when the speech stopped inside a frame, or before any audio.
  func finish() throws(NoteRenderError) -> [UInt8]
}
