import AuthCore
import Capabilities
import Foundation
import Schemas

/// Makes accounts.
struct Registration: Sendable {
  let parts: AccountParts
  let codes: any ActivationCodeRedeeming
  let rule: PasswordRule

  /// Spends the activation code on a new account and opens its first session.
  ///
  /// - Throws: `VALIDATION_FAILED`, `PASSWORD_TOO_COMMON`, `ACTIVATION_CODE_INVALID`, `USERNAME_TAKEN`, `EMAIL_TAKEN`.
  func register(_ request: RegisterRequest) async throws -> SessionAnswer {
    let account = try await newAccount(
      request.username, request.email, request.password, role: .user, code: request.activationCode)
    try await parts.audit.record(.registered, by: account.id, about: account.id)
    let tokens = try await parts.sessions.open(for: account.id, role: account.role)
    return SessionAnswer(account, tokens)
  }

  /// Makes an administrator, for whom no code is needed.
  func createAdmin(_ username: String, _ email: String, password: String) async throws -> Account {
    let account = try await newAccount(username, email, password, role: .admin, code: nil)
    try await parts.audit.record(.adminCreated, by: AuditActor.operator, about: account.id)
    return account
  }

  private func newAccount(
    _ username: String, _ email: String, _ password: String, role: Role, code: String?
  ) async throws -> Account {
    let (username, email) = try names(username, email, password)
    guard !rule.isTooCommon(password, for: username, email) else { throw ServiceError(.passwordTooCommon) }
    // A look before the expensive hash; the insertion decides.
    if let code, try await !codes.isUsable(code, at: parts.clock.now()) { throw ServiceError(.activationCodeInvalid) }
    let hash = try await parts.passwords.hash(password)
    let account = Account(
      id: parts.identifiers.make(), username: username, email: email, passwordHash: hash, role: role,
      createdAt: parts.clock.now())
    try await parts.store.insert(account, redeeming: code)
    return account
  }

  /// Reports every field that is not valid at once.
  private func names(
    _ username: String, _ email: String, _ password: String
  ) throws(ServiceError) -> (Username, EmailAddress) {
    let name = Username(username)
    let address = EmailAddress(email)
    var problems: [FieldProblem] = []
    if name == nil { problems.append(FieldProblem(field: "username", problem: Username.rule)) }
    if address == nil { problems.append(FieldProblem(field: "email", problem: EmailAddress.rule)) }
    if let problem = rule.problem(of: password) { problems.append(problem) }
    guard let name, let address, problems.isEmpty else { throw .validation(problems) }
    return (name, address)
  }
}
