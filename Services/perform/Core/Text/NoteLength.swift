/// How long a note may be, in Unicode code points: the unit in which it is charged.
package enum NoteLength {
  /// Values up to this length leave the note at its usual 80…120.
  package static let shortValue = 40

  package static let usual = 80...120

  /// ``usual``; around a value of more than 40 code points its length plus 40…90.
  package static func range(for value: String) -> ClosedRange<Int> {
    let length = value.unicodeScalars.count
    return length > shortValue ? (length + 40)...(length + 90) : usual
  }
}
