import Schemas
import VoiceCore

extension RecordingAnswer {
  private static let shownIDLength = 8

  /// - Parameter clone: of the recording's user.
  init(_ recording: Recording, clone: CloneRecord?, audioURL: String) {
    let isCurrent = recording.sample.map { clone?.voiceID != nil && clone?.sampleHash == $0.hash } ?? false
    let voiceID = isCurrent ? clone?.voiceID : recording.note?.voiceCloneID
    self.init(
      id: recording.id, kind: recording.kind, title: recording.title ?? recording.id, date: recording.date,
      time: recording.time, createdAt: recording.createdAt, durationSeconds: recording.durationSeconds,
      sizeBytes: recording.byteCount, mime: "audio/mpeg", state: recording.sample?.state,
      cloneState: clone?.state ?? .none, isActiveSample: recording.sample?.isActive ?? false, isCurrentClone: isCurrent,
      voiceCloneID: voiceID.map { String($0.prefix(Self.shownIDLength)) },
      voiceSource: recording.note.flatMap { VoiceSource(rawValue: $0.voiceSource) },
      routineType: recording.note?.routineType, hasWaveform: false, audioURL: audioURL)
  }
}
