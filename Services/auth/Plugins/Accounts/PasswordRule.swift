import AuthCore
import Foundation
import Schemas

/// Which passwords are accepted: long enough, not common, not made of the account's own names. No composition
/// rules (NIST SP 800-63B, section 5.1.1).
package struct PasswordRule: Sendable {
  /// Letters and digits that must be left when the account's own names are taken out.
  private static let ownCharacters = 8

  private let minimumLength: Int
  private let common: CommonPasswords

  package init(minimumLength: Int, common: CommonPasswords) {
    self.minimumLength = minimumLength
    self.common = common
  }

  /// What is wrong with its form, if anything.
  package func problem(of password: String) -> FieldProblem? {
    guard password.unicodeScalars.count >= minimumLength else {
      return FieldProblem(field: "password", problem: "must have at least \(minimumLength) characters")
    }
    guard password.unicodeScalars.allSatisfy({ $0.properties.generalCategory != .control }) else {
      return FieldProblem(field: "password", problem: "must not hold control characters")
    }
    return nil
  }

  package func isTooCommon(_ password: String, for username: Username, _ email: EmailAddress) -> Bool {
    let key = password.nameKey
    return common.contains(key) || isRepetition(key) || isMostly(key, of: username.key + "@" + email.key)
  }

  /// `aaaa…`, `abcabc…`: a beginning of at most four characters, over and over.
  private func isRepetition(_ key: String) -> Bool {
    let characters = Array(key)
    return (1...4).contains { period in
      characters.indices.allSatisfy { characters[$0] == characters[$0 % period] }
    }
  }

  /// Takes out every word of three letters and more that the names consist of.
  private func isMostly(_ key: String, of names: String) -> Bool {
    let words = names.split { !$0.isLetter && !$0.isNumber }.filter { $0.count >= 3 }
    let rest = words.sorted { $0.count > $1.count }.reduce(key) { $0.replacing($1, with: "") }
    return rest.count(where: { $0.isLetter || $0.isNumber }) < Self.ownCharacters
  }
}
