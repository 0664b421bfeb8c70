import AudioCodecs

/// Turns a provider's speech into a note's MP3 while it arrives.
///
/// Belongs to one task at a time. After an error, and after ``finish()``, it is of no more use.
package protocol NoteRenderer: AnyObject {
  /// - Parameter bytes: the next part of the speech, of any size.
  /// - Returns: the part of the note that is final now, possibly nothing.
  func feed(_ bytes: [UInt8]) throws(AudioCodecError) -> [UInt8]

  /// The end of the note.
  /// - Throws: `truncated` when the speech stopped inside a frame, or before any audio.
  func finish() throws(AudioCodecError) -> [UInt8]

  /// Length of what was returned so far, as a player shows it.
  var durationSeconds: Double { get }
}
