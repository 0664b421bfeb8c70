import Capabilities
import PerformCore
import Schemas

/// One performance, from its order to the delivered note, in the order of its steps.
struct Performance: Sendable {
  let order: PerformOrder
  let ports: PerformancePorts
  let run: PerformanceRun
  let settlement: Settlement
  let voice: VoiceHold
  let timings: TimingLog

  /// The reservation is under way already.
  ///
  /// - Returns: the answer, once the note is paid for and confirmed.
  func play() async throws -> PerformAnswer {
    let settings = try await timings.measure(.settings) { try await effectiveSettings() }
    async let composing = compose(settings)
    let reservation = try await timings.measure(.reservation) { try await settlement.reservation() }
    let stage = try await timings.measure(.voice) { try await takeStage(settings) }
    run.opened(stage.note)
    let composed = try await composing
    let (speech, rendering) = try await beginSpeech(composed.text, settings, stage.lease)
    let work = PerformedWork(
      order: order, settings: settings, note: stage.note, composed: composed, speech: speech,
      voiceSource: ports.speech.voiceSource(of: speech.lease), costFactor: reservation.costFactor,
      madeAt: ports.clock.now())
    let sealed = try await timings.measure(.audio) { try await record(work, rendering) }
    settlement.noteIsSealed()
    return try await deliver(work, sealed)
  }

  private func effectiveSettings() async throws -> UserSettings {
    let settings = order.settingsOverride.applied(to: try await ports.accounts.settings(of: order.userID))
    try ports.mixing.requireBackground(of: settings)
    return settings
  }

  private func compose(_ settings: UserSettings) async throws -> ComposedNote {
    try await timings.measure(.text) {
      try await ports.composer.compose(
        NoteBrief(
          language: settings.language.rawValue, routine: order.routine, value: order.value, topic: order.topic,
          speaker: settings.sex.rawValue, userKey: order.userID))
    }
  }

  /// Only for who may be charged: a voice that was evicted is made again for it, which may cost another one its place.
  private func takeStage(_ settings: UserSettings) async throws -> StageAnswer {
    let taking = voice.take(opening(settings, voiceCloneID: nil))
    try await settlement.openNote { try await taking.value().note }
    return try await taking.value()
  }

  func reopen(_ settings: UserSettings, _ lease: LeaseAnswer) async throws {
    let opening = opening(settings, voiceCloneID: lease.voiceCloneID)
    try await settlement.openNote { [ports] in try await ports.notes.openNote(opening) }
  }

  private func opening(_ settings: UserSettings, voiceCloneID: String?) -> NoteOpening {
    NoteOpening(
      performanceID: order.performanceID, userID: order.userID, requestDigest: order.digest,
      routineType: order.routine.id, voiceCloneID: voiceCloneID, title: title(settings),
      date: settings.claimedDay(at: ports.clock.now()), time: settings.voiceNoteTime, rehearsal: order.rehearsal)
  }

  func title(_ settings: UserSettings) -> String? {
    NoteTitle.title(settings, now: ports.clock.now())
  }

  private func deliver(_ work: PerformedWork, _ sealed: NoteAnswer) async throws -> PerformAnswer {
    let charge = try await timings.measure(.commit) { try await settlement.commit(work.commit) }
    timings.mark(.total)
    let draft = work.draft(title: title(work.settings), timings: timings)
    var answer = draft.answer.settled(sealed, charge)
    answer.provenance = try ports.provenance.record(of: draft, audio: run.audio)
    let stored = String(decoding: try WireJSON.encode(answer), as: UTF8.self)
    let confirmation = NoteConfirmation(answer: stored, leaseID: work.speech.lease.leaseID)
    let note = try await timings.measure(.confirm) { try await settlement.confirm(confirmation) }
    voice.hasEnded(work.speech.lease)
    answer.audioURL = note.audioURL
    return answer
  }
}
