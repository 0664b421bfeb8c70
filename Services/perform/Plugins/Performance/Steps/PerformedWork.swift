import Foundation
import PerformCore
import Schemas
import SpeechProviders

/// What a performance has come to by the time it speaks.
struct PerformedWork: Sendable {
  let order: PerformOrder
  let settings: UserSettings
  let note: NoteAnswer
  let composed: ComposedNote
  let speech: SpokenNote
  let voiceSource: VoiceSource
  let costFactor: CostFactor
  /// When it began to speak.
  let madeAt: Date

  /// As charged: Unicode code points of the text as answered, whatever was sent to the provider.
  var charsRaw: Int { Characters.count(composed.text) }

  var commit: CommitRequest { CommitRequest(charsRaw: charsRaw, providerCost: speech.stream.providerCost) }

  func head(title: String?, timings: TimingLog) -> PerformanceHead {
    PerformanceHead(
      performanceID: order.performanceID, recordingID: note.recordingID,
      voiceSource: voiceSource.rawValue, textSource: composed.textSource, charsUsedRaw: charsRaw,
      charsUsedEffective: costFactor.effective(raw: charsRaw), model: order.model,
      filename: NoteTitle.filename(title), serverTiming: timings.header)
  }

  /// The answer before voice and billing have added their figures, and what its provenance record is made of.
  func draft(title: String?, timings: TimingLog) -> NoteDraft {
    NoteDraft(
      answer: PerformAnswer(
        routineType: order.routine.id, text: composed.text, audioBase64: nil, audioURL: note.audioURL,
        recordingID: note.recordingID, performanceID: order.performanceID, filename: NoteTitle.filename(title),
        durationSeconds: 0, charCount: 0, monthlyLimit: 0, voiceSource: voiceSource.rawValue,
        textSource: composed.textSource, charsUsedRaw: charsRaw, charsUsedEffective: 0, model: order.model,
        timings: timings.milliseconds),
      madeAt: madeAt.ISO8601Format(), consentReference: speech.lease.consentReference ?? speech.lease.voiceCloneID)
  }
}
