import Capabilities
import PerformCore
import Schemas
import SpeechProviders

/// One performance, from its order to the delivered note, in the order of its steps.
struct Performance: Sendable {
  let order: PerformOrder
  let ports: PerformancePorts
  let run: PerformanceRun
  let settlement: Settlement
  let voice: VoiceHold
  let timings: TimingLog

  /// The reservation and the lease are under way already.
  ///
  /// - Returns: the answer, once the note is paid for and confirmed.
  func play() async throws -> PerformAnswer {
    let settings = try await timings.measure(.settings) { try await effectiveSettings() }
    async let composing = compose(settings)
    let reservation = try await timings.measure(.reservation) { try await settlement.reservation() }
    let lease = try await timings.measure(.voice) { try await voice.lease() }
    let note = try await timings.measure(.open) { try await open(settings, lease) }
    let composed = try await composing
    let speech = try await timings.measure(.speech) { try await speak(composed.text, settings, lease) }
    let work = PerformedWork(order: order, settings: settings, note: note, composed: composed, speech: speech)
    try run.begin(work.head(factor: reservation.costFactor, timings: timings, title: title(settings)))
    let sealed = try await timings.measure(.audio) { try await record(speech.stream, settings) }
    settlement.noteIsSealed()
    return try await deliver(work, sealed)
  }

  private func effectiveSettings() async throws -> UserSettings {
    let settings = order.settingsOverride.applied(to: try await ports.accounts.settings(of: order.userID))
    guard ports.mixing.backgrounds.contains(settings.backgroundName) else {
      let names = ports.mixing.backgrounds.joined(separator: ", ")
      throw ServiceError.validation([FieldProblem(field: "background_name", problem: "must be one of \(names)")])
    }
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

  private func open(_ settings: UserSettings, _ lease: LeaseAnswer) async throws -> NoteAnswer {
    let note = try await settlement.openNote(
      NoteOpening(
        performanceID: order.performanceID, userID: order.userID, requestDigest: order.digest,
        routineType: order.routine.id, voiceSource: lease.voiceSource.rawValue, voiceCloneID: lease.voiceCloneID,
        title: title(settings), date: settings.voiceNoteDate, time: settings.voiceNoteTime,
        rehearsal: order.rehearsal))
    run.opened(note)
    return note
  }

  private func title(_ settings: UserSettings) -> String? {
    NoteTitle.title(settings, now: ports.clock.now())
  }
}

extension Performance {
  /// A voice that the provider lost is made anew and tried once more.
  private func speak(_ text: String, _ settings: UserSettings, _ lease: LeaseAnswer) async throws -> SpokenNote {
    do {
      return SpokenNote(lease: lease, stream: try await ports.speech.speak(utterance(text, settings, lease)))
    } catch let error as SpeechError where error.code == .voiceNotFound {
      let lease = try await voice.replace(lease)
      _ = try await open(settings, lease)
      return SpokenNote(lease: lease, stream: try await ports.speech.speak(utterance(text, settings, lease)))
    }
  }

  private func utterance(_ text: String, _ settings: UserSettings, _ lease: LeaseAnswer) -> Utterance {
    Utterance(
      text: text, routineType: order.routine.id, provider: lease.provider, voiceID: lease.providerVoiceID,
      model: order.model, settings: settings, performanceID: order.performanceID)
  }

  /// Makes the note and writes it to voice at the same time; whichever fails ends the other.
  private func record(_ stream: SpeechStream, _ settings: UserSettings) async throws -> NoteAnswer {
    try await withThrowingTaskGroup(of: NoteAnswer?.self) { group in
      group.addTask {
        try await render(stream, settings)
        return nil
      }
      group.addTask { try await ports.notes.writeNote(order.performanceID, audio: run.noteAudio()) }
      var sealed: NoteAnswer?
      while let part = try await group.next() { sealed = part ?? sealed }
      guard let sealed, sealed.state != .pending else {
        throw ServiceError(.dependencyUnavailable, details: ["dependency": "voice"], cause: "the note is not sealed")
      }
      return sealed
    }
  }

  private func render(_ stream: SpeechStream, _ settings: UserSettings) async throws {
    let sound = NoteSound(
      background: settings.addBackgroundSound ? settings.backgroundName : nil, volume: settings.backgroundVolume,
      title: title(settings))
    let renderer = try ports.mixing.renderer(for: stream.format, sound)
    while let speech = try await stream.next() {
      try run.append(renderer.feed(speech))
      timings.markFirst(.firstAudio)
    }
    try run.append(renderer.finish())
    run.completeAudio()
  }

  private func deliver(_ work: PerformedWork, _ sealed: NoteAnswer) async throws -> PerformAnswer {
    let charge = try await timings.measure(.commit) { try await settlement.commit(work.commit) }
    var answer = work.answer(
      sealed, charge, filename: NoteTitle.filename(title(work.settings)), timings: timings.milliseconds)
    let stored = String(decoding: try WireJSON.encode(answer), as: UTF8.self)
    let note = try await timings.measure(.confirm) { try await settlement.confirm(NoteConfirmation(answer: stored)) }
    timings.mark(.total)
    answer.audioURL = note.audioURL
    answer.timings = timings.milliseconds
    return answer
  }
}

/// Speech that has begun, and the lease on the voice that it is spoken in.
struct SpokenNote: Sendable {
  var lease: LeaseAnswer
  var stream: SpeechStream
}
