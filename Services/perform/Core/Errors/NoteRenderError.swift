/// Why speech could not be made into a note.
package struct NoteRenderError: Error, Sendable, Equatable, CustomStringConvertible {
  package enum Code: String, Sendable {
    /// The speech is not the audio that was promised, or stopped inside a frame.
    case unusableSpeech = "unusable_speech"
    /// A codec could not be made.
    case unavailable
  }

  package var code: Code
  /// For logs.
  package var detail: String

  package init(_ code: Code, _ detail: String) {
    self.code = code
    self.detail = detail
  }

  package var description: String { "\(code.rawValue): \(detail)" }
}
