import AuthAccounts
import AuthCore
import Schemas
import Testing

@Suite struct PasswordRuleTests {
  private let rule = PasswordRule(minimumLength: 12, common: .bundled)

  @Test("The bundled list has thousands of passwords, all of them usable as such")
  func bundlesList() {
    #expect(CommonPasswords.bundled.count > 5000)
  }

  @Test(
    "Common passwords are refused in any case",
    arguments: [
      "password1234", "Password1234", "qwertyuiopas", "1q2w3e4r5t6y", "correcthorsebatterystaple", "iloveyou1234",
      "Contraseña123", "passwort1234", "administrator", "Welcome@2024", "letmein12345", "P@ssw0rd2025",
    ])
  func refusesCommon(password: String) throws {
    #expect(try isTooCommon(password))
  }

  @Test(
    "Repetitions are refused",
    arguments: ["aaaaaaaaaaaa", "abababababab", "abcabcabcabc", "12341234123412", "----------------"])
  func refusesRepetitions(password: String) throws {
    #expect(try isTooCommon(password))
  }

  @Test(
    "Passwords made of the account's own names are refused",
    arguments: ["marta-lopez!", "MartaLopezMartaLopez", "marta@example.org", "marta-lopez-1234"])
  func refusesOwnNames(password: String) throws {
    #expect(try isTooCommon(password))
  }

  @Test(
    "Long and unusual passwords are accepted without any rule of composition",
    arguments: [
      "a quiet evening at home", "kombuchamañanasinprisa", "тихий вечер дома", "marta-lopez likes cold rivers",
    ])
  func acceptsOthers(password: String) throws {
    #expect(rule.problem(of: password) == nil)
    #expect(try !isTooCommon(password))
  }

  @Test(
    "Short passwords and control characters are named",
    arguments: ["elevenchars", "twelve chars\u{0}", "twelve\ncharacters"])
  func refusesForm(password: String) {
    #expect(rule.problem(of: password)?.field == "password")
  }

  private func isTooCommon(_ password: String) throws -> Bool {
    rule.isTooCommon(
      password, for: try #require(Username("Marta-Lopez")), try #require(EmailAddress("marta@example.org")))
  }
}
