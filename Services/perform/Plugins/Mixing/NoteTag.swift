import AudioCodecs

/// The tag in front of every note: its title, and the mark of machine-made speech that law asks for.
///
/// Nothing of the words, the value or the routine; players show the title and nothing else of it.
enum NoteTag {
  static func tag(title: String?) -> ID3Tag {
    ID3Tag(title: title, texts: [("DigitalSourceType", trainedAlgorithmicMedia)])
  }

  /// IPTC's term for content made by a trained model (EU AI Act, art. 50).
  private static let trainedAlgorithmicMedia =
    "http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia"
}
