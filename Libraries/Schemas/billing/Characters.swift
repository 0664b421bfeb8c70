/// How text is counted wherever characters are charged.
package enum Characters {
  /// Unicode code points, the unit in which ElevenLabs bills: neither bytes, nor UTF-16 units, nor graphemes.
  package static func count(_ text: String) -> Int {
    text.unicodeScalars.count
  }
}
