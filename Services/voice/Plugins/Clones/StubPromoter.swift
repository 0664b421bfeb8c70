import Logging
import Schemas
import VoiceCore

/// Makes real voices of stubs once a provider's key is there, without taking a slot from anybody (V5).
struct StubPromoter: Sendable {
  let life: CloneUse
  let logger: Logger

  /// Stubs that one sweep promotes at most; the answer says how many are left.
  private static let mostAtOnce = 20

  /// Failures after which the next account would only fail in the same way.
  private static let common: Set<ErrorCode> = [
    .poolBusy, .poolExhausted, .voiceAllowanceExhausted, .providerUnavailable, .providerTimeout, .providerRateLimited,
    .providerKeyRefused, .providerOutOfCredits, .dependencyUnavailable,
  ]

  /// Begins with the accounts that performed last.
  func sweep() async throws -> PromotionAnswer {
    var answer = PromotionAnswer()
    if life.pool != nil { try await promote(&answer) }
    answer.remaining = try await life.clones.stubs().count
    logger.info(
      "voice_stubs_promoted",
      metadata: ["promoted": "\(answer.promoted)", "failed": "\(answer.failed)", "remaining": "\(answer.remaining)"])
    return answer
  }

  private func promote(_ answer: inout PromotionAnswer) async throws {
    for stub in try await life.clones.stubs().prefix(Self.mostAtOnce) {
      guard await life.pool?.freeSlots() != 0 else { return answer.stoppedBy = .poolExhausted }
      do {
        if try await life.followSample(of: stub.userID).action == .promotedStub { answer.promoted += 1 }
      } catch let error as ServiceError {
        answer.failed += 1
        guard Self.common.contains(error.code) else { continue }
        return answer.stoppedBy = error.code
      }
    }
  }
}
