import PasswordHashing
import Schemas

/// The password hasher, with its failures in the service's terms.
struct Passwords: Sendable {
  let hasher: PasswordHasher

  /// - Throws: `OVERLOADED`.
  func hash(_ password: String) async throws(ServiceError) -> String {
    do {
      return try await hasher.hash(password)
    } catch {
      throw error.serviceError
    }
  }

  /// - Throws: `OVERLOADED`.
  func verify(_ password: String, against hash: String) async throws(ServiceError) -> PasswordVerdict {
    do {
      return try await hasher.verify(password, against: hash)
    } catch {
      throw error.serviceError
    }
  }
}

extension PasswordHashingError {
  fileprivate var serviceError: ServiceError {
    switch self {
    case .overloaded: ServiceError(.overloaded, retryAfter: .seconds(1))
    case .failed(let code): ServiceError(.internalError, cause: "argon2 \(code)")
    }
  }
}
