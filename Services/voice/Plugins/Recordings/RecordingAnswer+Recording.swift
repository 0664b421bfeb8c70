import Foundation
import Schemas
import VoiceCore

extension RecordingAnswer {
  private static let shownIDLength = 8

  /// - Parameters:
  ///   - clone: of the recording's user.
  ///   - now: whose day relative dates are resolved on.
  init(_ recording: Recording, clone: CloneRecord?, at now: Date, audioURL: String) {
    let isCurrent = recording.sample.map { clone?.isMade(from: $0.hash) ?? false } ?? false
    let voiceID = isCurrent ? clone?.voiceID : recording.note?.voiceCloneID
    self.init(
      id: recording.id, kind: recording.kind, title: recording.shownTitle(at: now),
      date: recording.shownDate(at: now),
      time: recording.time, createdAt: recording.createdAt, durationSeconds: recording.durationSeconds,
      sizeBytes: recording.byteCount, mime: "audio/mpeg", state: recording.sample?.state,
      cloneState: clone?.state ?? .none, isActiveSample: recording.sample?.isActive ?? false, isCurrentClone: isCurrent,
      voiceCloneID: voiceID.map { String($0.prefix(Self.shownIDLength)) },
      voiceSource: isCurrent ? clone?.voiceSource : recording.note.flatMap { VoiceSource(rawValue: $0.voiceSource) },
      routineType: recording.note?.routineType, hasWaveform: recording.hasWaveform, audioURL: audioURL)
  }
}

extension CloneRecord {
  /// Which engine speaks with the clone.
  fileprivate var voiceSource: VoiceSource { isLocal ? .localMatched : .providerVoiceID }
}
