/// The mark of machine-made sound, as it stands in every note's tag and record.
package enum ProvenanceMark {
  /// Name of the tag's text that holds ``trainedAlgorithmicMedia``.
  package static let sourceType = "DigitalSourceType"
  /// Name of the tag's text that holds the performance's id, by which the note's record is found.
  package static let identity = "ProvenanceID"
  /// IPTC's term for content made by a trained model (EU AI Act, art. 50).
  package static let trainedAlgorithmicMedia =
    "http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia"
}
