import Foundation

extension String {
  /// The same letters as a listener hears them: without diacritics, ligatures written out.
  var withoutMarks: String {
    if utf8.allSatisfy({ $0 < 0x80 }) { return self }
    var folded = String.UnicodeScalarView()
    for scalar in decomposedStringWithCanonicalMapping.unicodeScalars
    where scalar.properties.generalCategory != .nonspacingMark {
      folded.append(contentsOf: ligatures[scalar]?.unicodeScalars ?? String(scalar).unicodeScalars)
    }
    return String(folded)
  }
}

/// Lower case only: words are folded after they were lowercased.
private let ligatures: [Unicode.Scalar: String] = ["œ": "oe", "æ": "ae", "ß": "ss", "ĳ": "ij"]
