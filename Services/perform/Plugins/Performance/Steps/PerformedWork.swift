import Capabilities
import Crypto
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

  /// As charged: Unicode code points of the text as answered, whatever was sent to the provider.
  var charsRaw: Int { Characters.count(composed.text) }

  var commit: CommitRequest { CommitRequest(charsRaw: charsRaw, providerCost: speech.stream.providerCost) }

  func head(factor: CostFactor, timings: TimingLog, title: String?) -> PerformanceHead {
    PerformanceHead(
      performanceID: order.performanceID, recordingID: note.recordingID,
      voiceSource: voiceSource.rawValue, textSource: composed.textSource, charsUsedRaw: charsRaw,
      charsUsedEffective: factor.effective(raw: charsRaw), model: order.model,
      filename: NoteTitle.filename(title), serverTiming: timings.header)
  }

  func claims(for audio: [UInt8], madeAt now: Date) -> ProvenanceClaims {
    ProvenanceClaims(
      performanceID: order.performanceID, sha256: SHA256.hash(data: audio).hexadecimal, sizeBytes: audio.count,
      madeAt: now.ISO8601Format(), model: order.model, voiceSource: voiceSource.rawValue,
      consentReference: speech.lease.consentReference ?? speech.lease.voiceCloneID,
      digitalSourceType: ProvenanceMark.trainedAlgorithmicMedia)
  }

  /// The answer before voice and billing have added their figures.
  func draft(title: String?) -> PerformAnswer {
    PerformAnswer(
      routineType: order.routine.id, text: composed.text, audioBase64: nil, audioURL: note.audioURL,
      recordingID: note.recordingID, performanceID: order.performanceID, filename: NoteTitle.filename(title),
      durationSeconds: 0, charCount: 0, monthlyLimit: 0, voiceSource: voiceSource.rawValue,
      textSource: composed.textSource, charsUsedRaw: charsRaw, charsUsedEffective: 0, model: order.model, timings: [:])
  }
}
