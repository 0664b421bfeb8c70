import Foundation
import ServiceHost

/// Reads and changes what "All Recordings" shows: samples and confirmed notes that are not rehearsals.
package protocol RecordingStore: Sendable {
  /// At most `query.limit` rows.
  func page(of userID: String, _ query: RecordingQuery) async throws -> [Recording]

  /// Also a rehearsal, which has no row in the list.
  func recording(_ id: String, of userID: String) async throws -> Recording?

  func patch(_ id: String, of userID: String, _ patch: RecordingPatch) async throws -> Recording?

  /// What the user sees from now on as if it had been recorded.
  func add(_ decoy: Recording) async throws

  /// Notes (rehearsals too), decoys and samples that make no clone any more, made before that instant; oldest first.
  func expired(madeBefore: Date, limit: Int) async throws -> [Recording]

  /// What ``keepWaveform(_:of:)`` kept.
  func waveform(of id: String) async throws -> [UInt8]?

  /// - Parameter levels: peaks of equally long stretches, 255 for full scale. Dropped where the recording is gone.
  func keepWaveform(_ levels: [UInt8], of id: String) async throws

  /// Removes a recording; of a sample also its consent. Where it was the only active one, the newest other sample
  /// takes its place.
  func remove(_ id: String, of userID: String, at: Date) async throws -> RecordingRemoval

  /// Those of the blobs that no recording has.
  func orphans(among blobs: [BlobID]) async throws -> [BlobID]
}

/// What came of ``RecordingStore/remove(_:of:at:)``.
package enum RecordingRemoval: Sendable, Equatable {
  /// With its blob, which nothing refers to any more.
  case removed(Recording)
  case noSuchRecording
  /// A voice needs a sample: the user has no other.
  case lastSample
}

extension PortKey where Value == any RecordingStore {
  package static var recordingStore: Self { PortKey("voice.recordingStore") }
}

/// A change of what the list shows; outer `nil` leaves a field as it is, inner `nil` clears it.
package struct RecordingPatch: Sendable, Equatable {
  package var title: String??
  package var date: String??
  package var time: String??

  package init(title: String?? = nil, date: String?? = nil, time: String?? = nil) {
    self.title = title
    self.date = date
    self.time = time
  }

  package func applied(to recording: Recording) -> Recording {
    var changed = recording
    if let title { changed.title = title }
    if let date { changed.date = date }
    if let time { changed.time = time }
    return changed
  }
}
