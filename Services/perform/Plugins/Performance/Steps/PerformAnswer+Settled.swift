import Schemas

extension PerformAnswer {
  /// A draft with what the sealed note and the committed charge say.
  func settled(_ note: NoteAnswer, _ charge: ReservationAnswer) -> PerformAnswer {
    var answer = self
    answer.audioURL = note.audioURL
    answer.durationSeconds = note.durationSeconds
    answer.charCount = charge.usage.charCount
    answer.monthlyLimit = charge.usage.monthlyLimit
    answer.charsUsedRaw = charge.charsUsedRaw
    answer.charsUsedEffective = charge.charsUsedEffective
    return answer
  }
}
