import Logging
import Schemas
import ServiceClients
import Tokens

extension PluginAssembly {
  /// Learns from auth every few seconds whose tokens are void, so that a revocation holds everywhere within 60 s.
  var revocationRefresh: RepeatingWorker {
    worker("revocations", every: .seconds(15)) { [auth, revocations, logger] in
      do {
        let answer = try await auth.revocations()
        revocations.replace(
          with: Dictionary(answer.revocations.map { ($0.userID, $0.issuedUntil) }, uniquingKeysWith: max))
      } catch {
        // Nothing to wake anybody for: services may start in any order, and what is known holds meanwhile.
        logger.debug("revocations_unavailable", metadata: ["error": "\(error)"])
      }
    }
  }
}
