import Foundation
import Logging
import Persistence
import VoiceCore

/// Removes what processes left behind that died: unfinished files, and sealed audio that no row names (G6, A11).
struct LeftoverSweeper: Sendable {
  let parts: ProcessFolder
  let work: ProcessFolder
  let blobs: any BlobStore
  let recordings: any RecordingStore
  let database: Database
  let logger: Logger

  /// Seconds; longer than anything takes between sealing audio and writing its row.
  private static let longestGap: TimeInterval = 3600
  /// More than one process can leave; many more say that the database is not the one that the audio belongs to.
  private static let mostOrphans = 50

  func sweep() async throws {
    try await database.emptyLog()
    _ = try work.removeLeftBehind()
    let isAlone = try parts.removeLeftBehind()
    let hourAgo = Date().addingTimeInterval(-Self.longestGap)
    let sealed = try await blobs.ids(sealedBefore: isAlone ? max(parts.madeAt, hourAgo) : hourAgo)
    try await remove(try await recordings.orphans(among: sealed), outOf: sealed.count)
  }

  private func remove(_ orphans: [BlobID], outOf count: Int) async throws {
    guard !orphans.isEmpty else { return }
    let found: Logger.Metadata = ["count": .stringConvertible(orphans.count)]
    guard orphans.count <= max(Self.mostOrphans, count / 2) else {
      return logger.error("audio_orphans_kept", metadata: found)
    }
    for blob in orphans { try await blobs.delete(blob) }
    logger.warning("audio_orphans_removed", metadata: found)
  }
}
