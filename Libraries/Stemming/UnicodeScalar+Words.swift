extension Unicode.Scalar {
  /// Letters, marks and digits of any script.
  var isWordPart: Bool {
    if properties.isAlphabetic { return true }
    switch properties.generalCategory {
    case .nonspacingMark, .spacingMark, .enclosingMark, .decimalNumber, .letterNumber, .otherNumber: return true
    default: return false
    }
  }

  /// Continues the character before it: combining marks, variation selectors, joiners, skin tones.
  var continuesCharacter: Bool {
    switch properties.generalCategory {
    case .nonspacingMark, .spacingMark, .enclosingMark: true
    default: properties.isJoinControl || properties.isEmojiModifier
    }
  }

  /// Han and kana, whose words are written without spaces.
  var isUnspaced: Bool {
    properties.isIdeographic || (0x3040...0x30FF).contains(value) || (0x31F0...0x31FF).contains(value)
  }

  var isDigit: Bool { properties.generalCategory == .decimalNumber }

  /// One scalar in, one scalar out, so that places in the text stay valid.
  var lowercased: Unicode.Scalar {
    if isASCII { return (65...90).contains(value) ? Unicode.Scalar(UInt8(value) + 32) : self }
    let mapped = properties.lowercaseMapping.unicodeScalars
    return mapped.count == 1 ? mapped[mapped.startIndex] : self
  }
}
