import Capabilities
import Foundation
import Logging
import VoiceCore

/// Deletes recordings that are older than the operator keeps them; active samples stay as long as their clone.
struct RetentionSweeper: Sendable {
  let recordings: any RecordingStore
  let blobs: any BlobStore
  let days: Int
  let clock: WallClock
  let logger: Logger

  private static let batch = 100

  func sweep() async throws {
    let limit = clock.now().addingTimeInterval(-86_400 * Double(days))
    while true {
      let expired = try await recordings.expired(madeBefore: limit, limit: Self.batch)
      for recording in expired { try await remove(recording) }
      if expired.isEmpty { return }
      logger.info("recordings_expired", metadata: ["count": .stringConvertible(expired.count)])
    }
  }

  private func remove(_ recording: Recording) async throws {
    let removal = try await recordings.remove(recording.id, of: recording.userID, at: clock.now())
    if case .removed = removal { try await blobs.delete(recording.blob) }
  }
}
