import PerformCore
import Schemas
import SpeechProviders

extension Performance {
  /// Asks for the speech, and makes the room before the words while the provider is still thinking.
  func beginSpeech(
    _ text: String, _ settings: UserSettings, _ lease: LeaseAnswer
  ) async throws -> (SpokenNote, any NoteRendering) {
    async let speaking = timings.measure(.speech) { try await speak(text, settings, lease) }
    let sound = NoteSound(settings, title: title(settings), performanceID: order.performanceID)
    let usual = ports.speech.usualFormat(of: lease.provider)
    let prepared = try usual.map { try ports.mixing.renderer(for: $0, sound) }
    let speech = try await speaking
    if let prepared, usual == speech.stream.format { return (speech, prepared) }
    return (speech, try ports.mixing.renderer(for: speech.stream.format, sound))
  }

  /// A voice that the provider lost is made anew and tried once more.
  private func speak(_ text: String, _ settings: UserSettings, _ lease: LeaseAnswer) async throws -> SpokenNote {
    do {
      return SpokenNote(lease: lease, stream: try await ports.speech.speak(utterance(text, settings, lease)))
    } catch  where error.code == .voiceNotFound {
      let lease = try await voice.replace(lease)
      try await reopen(settings, lease)
      return SpokenNote(lease: lease, stream: try await ports.speech.speak(utterance(text, settings, lease)))
    }
  }

  private func utterance(_ text: String, _ settings: UserSettings, _ lease: LeaseAnswer) -> Utterance {
    Utterance(
      text: text, readsYears: order.routine.readsYears ?? false, provider: lease.provider,
      voiceID: lease.providerVoiceID, model: order.model, settings: settings, performanceID: order.performanceID,
      userID: order.userID, profile: lease.voiceProfile)
  }

  /// Makes the note and writes it to voice at the same time; whichever fails ends the other.
  func record(_ work: PerformedWork, _ rendering: any NoteRendering) async throws -> NoteAnswer {
    try await withThrowingTaskGroup(of: NoteAnswer?.self) { group in
      group.addTask {
        try await render(work, rendering)
        return nil
      }
      group.addTask {
        try await settlement.writeNote(
          work.draft(title: title(work.settings), timings: timings), audio: run.noteAudio())
      }
      var sealed: NoteAnswer?
      while let part = try await group.next() { sealed = part ?? sealed }
      guard let sealed, sealed.state != .pending else {
        throw ServiceError(.dependencyUnavailable, details: ["dependency": "voice"], cause: "the note is not sealed")
      }
      return sealed
    }
  }

  private func render(_ work: PerformedWork, _ rendering: any NoteRendering) async throws {
    while let speech = try await work.speech.stream.next() { try give(rendering.feed(speech), of: work) }
    try give(rendering.finish(), of: work)
    run.completeAudio()
  }

  /// With the first audio the performance begins to speak: what fails before is a proper answer.
  private func give(_ audio: [UInt8], of work: PerformedWork) throws {
    if audio.isEmpty { return }
    if !run.hasBegun {
      try run.begin(work.head(title: title(work.settings), timings: timings))
      timings.mark(.firstAudio)
    }
    try run.append(audio)
  }
}

/// Speech that has begun, and the lease on the voice that it is spoken in.
struct SpokenNote: Sendable {
  var lease: LeaseAnswer
  var stream: SpeechStream
}
