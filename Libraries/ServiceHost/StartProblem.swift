import Foundation
import NIOCore

/// Why a host could not start, in words that say what to change.
package struct StartProblem: Error, CustomStringConvertible {
  package var description: String

  package init(description: String) {
    self.description = description
  }

  /// Runs `work`, and explains the failures that an operator can mend.
  package static func explaining<Outcome>(
    _ common: CommonConfiguration, _ work: () async throws -> Outcome
  ) async throws -> Outcome {
    do {
      return try await work()
    } catch let error as IOError where error.errnoCode == EADDRINUSE {
      throw StartProblem(description: "PORT \(common.port) on \(common.host) is in use: choose another PORT.")
    } catch let error as IOError where error.errnoCode == EADDRNOTAVAIL || error.errnoCode == EACCES {
      throw StartProblem(
        description: "HOST \(common.host) with PORT \(common.port) cannot be listened on: \(error.localizedReason).")
    }
  }
}

extension IOError {
  fileprivate var localizedReason: String { String(cString: strerror(errnoCode)) }
}
