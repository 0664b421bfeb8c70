import Logging
import PerformCore
import Schemas
import Synchronization

/// The lease on the performer's voice, from the question for it to its end.
final class VoiceHold: Sendable {
  private let voices: any Voices
  private let logger: Logger
  private let expired: @Sendable () -> Void
  private let watch = Mutex<Task<Void, any Error>?>(nil)
  private let leasing: OwnedStep<LeaseAnswer>
  private let replacing = Mutex<OwnedStep<LeaseAnswer>?>(nil)

  /// Asks for the lease at once.
  ///
  /// - Parameter expired: called when the lease runs out: from then on the voice may be deleted under the speech.
  init(_ order: PerformOrder, voices: any Voices, logger: Logger, expired: @escaping @Sendable () -> Void) {
    (self.voices, self.logger, self.expired) = (voices, logger, expired)
    leasing = OwnedStep {
      try await voices.lease(LeaseRequest(userID: order.userID, performanceID: order.performanceID))
    }
  }

  func lease() async throws -> LeaseAnswer {
    let lease = try await leasing.value()
    watch(lease)
    return lease
  }

  /// A lease on the voice made anew, because the provider did not know it.
  func replace(_ lost: LeaseAnswer) async throws -> LeaseAnswer {
    logger.warning("voice_missing_detected", metadata: ["voice_clone_id": "\(lost.voiceCloneID)"])
    let step = OwnedStep { [voices] in
      try await voices.reportMissing(lost.leaseID, VoiceMissingReport(providerVoiceID: lost.providerVoiceID))
    }
    replacing.withLock { $0 = step }
    let lease = try await step.value()
    watch(lease)
    return lease
  }

  private func watch(_ lease: LeaseAnswer) {
    watch.withLock { watch in
      watch?.cancel()
      watch = Task { [expired] in
        try await Task.sleep(for: .seconds(lease.expiresIn))
        expired()
      }
    }
  }

  /// Gives every lease back, also one whose answer nobody waited for; runs to its end also in a cancelled task.
  func end() async {
    watch.withLock { $0?.cancel() }
    await Task { [self] in
      var ids: Set<String> = []
      let replaced = replacing.withLock { $0 }
      for step in [leasing] + (replaced.map { [$0] } ?? []) {
        if case .success(let lease) = await step.settled() { ids.insert(lease.leaseID) }
      }
      for id in ids { await end(id) }
    }.value
  }

  private func end(_ leaseID: String) async {
    do {
      try await voices.endLease(leaseID)
    } catch {
      logger.warning("lease_end_failed", metadata: ["lease_id": "\(leaseID)", "error": "\(error)"])
    }
  }
}
