import AudioCodecs
import PerformCore

/// The tag in front of every note: its title, and the mark of machine-made speech that law asks for.
///
/// Nothing of the words, the value or the routine; players show the title and nothing else of it.
enum NoteTag {
  static func tag(title: String?, performanceID: String) -> ID3Tag {
    ID3Tag(
      title: title,
      texts: [
        (ProvenanceMark.sourceType, ProvenanceMark.trainedAlgorithmicMedia), (ProvenanceMark.identity, performanceID),
      ])
  }
}
