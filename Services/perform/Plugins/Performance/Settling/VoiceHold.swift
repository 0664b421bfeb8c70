import Logging
import PerformCore
import Schemas
import Synchronization

/// What voice lends a performance, from the question for it to its end: the lease, and the open note with it.
final class VoiceHold: Sendable {
  private let voices: any Voices
  private let logger: Logger
  private let expired: @Sendable () -> Void
  private let watch = Mutex<Task<Void, any Error>?>(nil)
  private let taking = Mutex<OwnedStep<StageAnswer>?>(nil)
  private let replacing = Mutex<OwnedStep<LeaseAnswer>?>(nil)
  private let ended = Mutex<Set<String>>([])

  /// - Parameter expired: called when the lease runs out: from then on the voice may be deleted under the speech.
  init(voices: any Voices, logger: Logger, expired: @escaping @Sendable () -> Void) {
    (self.voices, self.logger, self.expired) = (voices, logger, expired)
  }

  /// Asks at once.
  func take(_ opening: NoteOpening) -> OwnedStep<StageAnswer> {
    let step = OwnedStep { [self] in
      let stage = try await voices.takeStage(opening)
      watch(stage.lease)
      return stage
    }
    taking.withLock { $0 = step }
    return step
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

  /// The lease has ended with something else.
  func hasEnded(_ lease: LeaseAnswer) {
    _ = ended.withLock { $0.insert(lease.leaseID) }
  }

  /// Gives back what is still held, also where nobody waited for the answer; runs to its end also in a cancelled task.
  func end() async {
    await Task { [self] in
      let taken = try? await taking.withLock { $0 }?.settled()?.get().lease
      let replaced = try? await replacing.withLock { $0 }?.settled()?.get()
      let over = ended.withLock { $0 }
      for lease in [taken, replaced].compactMap(\.self) where !over.contains(lease.leaseID) {
        await end(lease.leaseID)
      }
      watch.withLock { $0?.cancel() }
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
