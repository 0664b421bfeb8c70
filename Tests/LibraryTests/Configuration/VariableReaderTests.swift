import ServiceConfiguration
import Testing

@Suite struct VariableReaderTests {
  @Test("Every malformed and every unknown variable is reported at once")
  func allProblems() {
    let variables = VariableReader([
      "PORT": "abc", "MONTHLY_CHAR_LIMIT": "-1", "RATE_LIMIT_SNEEZE": "1/1", "PATH": "/bin",
    ])

    _ = variables.whole("PORT", default: 1, in: 0...9, "port")
    _ = variables.whole("MONTHLY_CHAR_LIMIT", default: 1, in: 0...9, "limit")
    variables.reportUnknown()

    #expect(variables.problems.map(\.variable) == ["PORT", "MONTHLY_CHAR_LIMIT", "RATE_LIMIT_SNEEZE"])
  }

  @Test("An empty variable counts as absent")
  func empty() {
    let variables = VariableReader(["PORT": ""])

    #expect(variables.whole("PORT", default: 7, in: 0...9, "port") == 7)
    #expect(variables.problems.isEmpty)
  }

  @Test("A refused value is never repeated in the report")
  func noValues() {
    let variables = VariableReader(["SECRET_KEY": "hunter2"])

    _ = variables.parsed("SECRET_KEY", kind: "at least 32 bytes", default: "", shownDefault: "", "key", secret: true) {
      $0.utf8.count >= 32 ? $0 : nil
    }

    #expect(variables.problems.count == 1)
    #expect(!variables.problems.description.contains("hunter2"))
  }

  @Test("Flags take the usual words", arguments: [("true", true), ("1", true), ("off", false), ("No", false)])
  func flags(word: String, expected: Bool) {
    let variables = VariableReader(["RECLONE_ON_PERFORM": word])

    #expect(variables.flag("RECLONE_ON_PERFORM", default: !expected, "flag") == expected)
  }
}
