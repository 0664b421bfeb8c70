import Capabilities
import Foundation

/// Hashes passwords with Argon2id and verifies them, a bounded number at a time and off the cooperative threads.
///
/// Passwords are compared in Unicode normalization form C (RFC 8265), so that keyboards which compose letters
/// differently agree. Hashes are PHC strings; they carry their parameters and salt.
package struct PasswordHasher: Sendable {
  private let workers: HashWorkers
  private let randomness: Randomness
  private let parameters: Argon2Parameters

  /// - Parameters:
  ///   - concurrency: hashes computed at once; each takes 19 MiB for its time.
  ///   - waiting: further calls that may wait for a worker; beyond them ``PasswordHashingError/overloaded``.
  package init(
    concurrency: Int = ProcessInfo.processInfo.activeProcessorCount, waiting: Int = 64,
    randomness: Randomness = .system, parameters: Argon2Parameters = .recommended
  ) {
    workers = HashWorkers(concurrency: concurrency, waiting: waiting)
    self.randomness = randomness
    self.parameters = parameters
  }

  package func hash(_ password: String) async throws(PasswordHashingError) -> String {
    let salt = randomness.bytes(Argon2.saltBytes)
    let result = try await workers.run { [parameters] in
      Argon2.hash(password.normalized, salt: salt, parameters)
    }
    return try result.get()
  }

  /// Holds a password against a stored hash, Argon2id or bcrypt; a hash of another form matches nothing.
  package func verify(
    _ password: String, against hash: String
  ) async throws(PasswordHashingError) -> PasswordVerdict {
    let matches = try await workers.run {
      Bcrypt.recognises(hash)
        ? Bcrypt.verify(password, against: hash) : Argon2.verify(password.normalized, against: hash)
    }
    guard matches else { return .mismatch }
    return isCurrent(hash) ? .match : .matchNeedsRehash
  }

  private func isCurrent(_ hash: String) -> Bool {
    Argon2Parameters(in: hash).map { $0.isAtLeast(parameters) } ?? false
  }
}

/// What verifying a password came to.
package enum PasswordVerdict: Sendable, Equatable {
  case mismatch
  case match
  /// Right, but stored with bcrypt or with weaker parameters than today's: store a new hash.
  case matchNeedsRehash
}

/// Why a hash could not be computed.
package enum PasswordHashingError: Error, Sendable, Equatable {
  /// All workers are busy and the queue is full.
  case overloaded
  /// The library's own code, for example when memory ran out.
  case failed(Int32)
}

extension String {
  fileprivate var normalized: String { precomposedStringWithCanonicalMapping }
}
