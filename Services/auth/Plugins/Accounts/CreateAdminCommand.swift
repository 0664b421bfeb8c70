import AuthCore
import Capabilities
import Schemas
import ServiceHost

/// `create-admin <username> <email> [--password-stdin]`: without the flag a password is made and printed once.
struct CreateAdminCommand: Sendable {
  static let generatedLength = 20
  private static let alphabet = Array("abcdefghijkmnopqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789")

  let registration: Registration
  let randomness: Randomness

  var command: MaintenanceCommand {
    MaintenanceCommand(
      name: "create-admin",
      usage: "<username> <email> [--password-stdin]  makes an administrator; prints a password unless one is given"
    ) { try await run($0) }
  }

  private func run(_ arguments: [String]) async throws -> String {
    let readsPassword = arguments.dropFirst(2) == ["--password-stdin"]
    guard arguments.count == 2 || readsPassword else {
      throw CommandRefused("create-admin takes a username, an e-mail address and perhaps --password-stdin.")
    }
    let given = readsPassword ? readLine(strippingNewline: true) ?? "" : nil
    let password = given ?? randomness.text(length: Self.generatedLength, alphabet: Self.alphabet)
    do {
      let account = try await registration.createAdmin(arguments[0], arguments[1], password: password)
      let made = "Administrator \(account.username.text) made."
      return given == nil ? "\(made)\nPassword, shown only now: \(password)" : made
    } catch let error as ServiceError {
      throw CommandRefused(error)
    }
  }
}
