import PerformCore
import Testing

@Suite("Spoken values")
struct SpokenValueTests {
  @Test(
    "A value is composed, trimmed and single-spaced",
    arguments: [
      ("  cafe\u{301} ", "café"), ("a \u{A0} b", "a b"), ("\nAna\n", "Ana"), ("👩‍💻", "👩‍💻"), ("❤\u{FE0F}", "❤\u{FE0F}"),
      ("8½", "8½"), ("+", "+"),
    ])
  func normalised(raw: String, expected: String) throws {
    let value = try SpokenValue(raw)

    #expect(Array(value.text.unicodeScalars) == Array(expected.unicodeScalars))
  }

  @Test(
    "What nobody can see or say is refused",
    arguments: [
      ("", ValueProblem.Code.empty), (" \u{A0}\n", .empty), ("a\u{0}b", .forbiddenCharacter),
      ("a\nb", .forbiddenCharacter),
      ("a\tb", .forbiddenCharacter), ("a\u{202E}b", .forbiddenCharacter), ("a\u{2066}b", .forbiddenCharacter),
      ("a\u{200B}b", .forbiddenCharacter), ("a\u{E0041}", .forbiddenCharacter), ("a\u{2028}b", .forbiddenCharacter),
      ("\u{FEFF}a", .forbiddenCharacter), ("a\u{E000}", .forbiddenCharacter), ("\u{3164}", .forbiddenCharacter),
      ("a\u{34F}b", .forbiddenCharacter), ("a\u{E0100}b", .forbiddenCharacter), ("...", .unspeakable),
      ("¿?", .unspeakable),
      ("\u{301}a", .unspeakable), (String(repeating: "x", count: 201), .tooLong),
    ])
  func refused(raw: String, code: ValueProblem.Code) {
    let problem = #expect(throws: ValueProblem.self) { try SpokenValue(raw, field: "topic") }

    #expect(problem?.code == code)
    #expect(problem?.field == "topic")
  }

  @Test("The length is counted after normalisation")
  func length() throws {
    let raw = String(repeating: "e\u{301}", count: 200)

    #expect(try SpokenValue(raw).length == 200)
  }

  @Test("A blank optional field is absent", arguments: [nil, "", "  "])
  func optional(raw: String?) throws {
    #expect(try SpokenValue.optional(raw, field: "topic") == nil)
  }

  @Test("Notes have 80 to 120 characters, or the long value's length and 40 to 90 more")
  func noteLength() {
    #expect(NoteLength.range(for: "7") == 80...120)
    #expect(NoteLength.range(for: String(repeating: "x", count: 40)) == 80...120)
    #expect(NoteLength.range(for: String(repeating: "x", count: 41)) == 81...131)
    #expect(NoteLength.range(for: String(repeating: "x", count: 200)) == 240...290)
  }
}
