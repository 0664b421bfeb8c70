import Foundation
import Logging
import Schemas
import ServiceClients
import ServiceLifecycle
import Tokens

/// Learns from auth every few seconds whose tokens are void, so that a revocation holds everywhere within 60 s.
struct RevocationWorker: Service {
  static let interval = Duration.seconds(15)

  let auth: AuthClient
  let revocations: RevocationList
  let logger: Logger

  func run() async throws {
    await cancelWhenGracefulShutdown {
      while !Task.isCancelled {
        await refresh()
        try? await Task.sleep(for: Self.interval)
      }
    }
  }

  private func refresh() async {
    do {
      let answer = try await auth.revocations()
      revocations.replace(
        with: Dictionary(answer.revocations.map { ($0.userID, $0.issuedUntil) }, uniquingKeysWith: max))
    } catch {
      logger.debug("revocations_unavailable", metadata: ["error": "\(error)"])
    }
  }
}
