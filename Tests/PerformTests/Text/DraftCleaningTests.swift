import Testing

@testable import PerformPrompt

@Suite("Draft cleaning")
struct DraftCleaningTests {
  @Test(
    "Only white space and enclosing quotation marks go",
    arguments: [
      ("  \"I dreamt of Ana.\"\n", "I dreamt of Ana."), ("«He soñado con Ana.»", "He soñado con Ana."),
      ("\"Ana\" and \"Ben\"", "\"Ana\" and \"Ben\""), ("I said \"Ana\"", "I said \"Ana\""), ("", ""), ("\"\"", "\"\""),
      ("a\nb", "a\nb"), ("cafe\u{301}", "caf\u{E9}"),
    ])
  func clean(text: String, expected: String) {
    let cleaned = DraftCleaning.clean(text, value: "Ana")

    #expect(Array(cleaned.unicodeScalars) == Array(expected.unicodeScalars))
  }

  @Test(
    "A code fence and a JSON wrapper around one text go, quotation marks inside them included",
    arguments: [
      ("```\nI dreamt of Ana.\n```", "I dreamt of Ana."), ("```json\n{\"note\":\"Ana\"}\n```", "Ana"),
      ("```I dreamt of Ana.```", "I dreamt of Ana."), (#"{"text":"“Ana”"}"#, "Ana"), (#"[{"note":"Ana"}]"#, "Ana"),
      (#"{"a":"Ana","b":"Ben"}"#, #"{"a":"Ana","b":"Ben"}"#), (#"{"note":"I dreamt of A"#, #"{"note":"I dreamt of A"#),
      (#"{"a":1}"#, #"{"a":1}"#), ("```", "```"),
    ])
  func wrapped(text: String, expected: String) {
    #expect(DraftCleaning.clean(text, value: "Ana") == expected)
  }

  @Test("Quotation marks of the value stay")
  func value() {
    #expect(DraftCleaning.clean("\"Heroes\"", value: "\"Heroes\"") == "\"Heroes\"")
  }
}
