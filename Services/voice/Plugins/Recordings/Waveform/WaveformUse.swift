import Schemas
import VoiceCore

/// Waveforms, each computed once however many ask for it at the same time, and kept.
actor WaveformUse {
  private static let points = 1...Waveform.keptLevels
  private static let usualPoints = 100

  private let recordings: any RecordingStore
  private let blobs: any BlobStore
  private var running: [String: Task<Waveform, any Error>] = [:]

  init(recordings: any RecordingStore, blobs: any BlobStore) {
    self.recordings = recordings
    self.blobs = blobs
  }

  /// Reads `points` of a query.
  ///
  /// - Throws: `VALIDATION_FAILED`.
  static func points(_ text: String?) throws(ServiceError) -> Int {
    guard let text else { return usualPoints }
    guard let number = Int(text), points.contains(number) else {
      throw .validation([FieldProblem(field: "points", problem: "must be a number from 1 to \(points.upperBound)")])
    }
    return number
  }

  /// - Throws: `RECORDING_NOT_FOUND` where the audio is gone.
  func levels(of recording: Recording) async throws -> Waveform {
    if let kept = try await recordings.waveform(of: recording.id) { return Waveform(levels: kept) }
    if let task = running[recording.id] { return try await task.value }
    let task = Task { [blobs, recordings] in
      let made = try await Self.compute(recording.blob, blobs)
      try await recordings.keepWaveform(made.levels, of: recording.id)
      return made
    }
    running[recording.id] = task
    defer { running[recording.id] = nil }
    return try await task.value
  }

  private static func compute(_ id: BlobID, _ blobs: any BlobStore) async throws -> Waveform {
    guard let size = try await blobs.size(of: id) else { throw ServiceError(.recordingNotFound) }
    var maker = try WaveformMaker()
    for offset in stride(from: 0, to: size, by: BlobPart.byteCount) {
      try maker.take(await blobs.read(id, from: offset, count: BlobPart.byteCount))
    }
    return maker.finish()
  }
}
