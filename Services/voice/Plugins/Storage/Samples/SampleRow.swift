import Foundation
import GRDB
import Persistence
import Schemas
import VoiceCore

/// Samples as rows: what the list shows in `recordings`, the rest in `samples`.
enum SampleRow {
  static func active(of userID: String, _ database: GRDB.Database) throws -> [Sample] {
    try fetchAll(database, where: "s.user_id = ? AND s.active = 1", [userID])
  }

  static func setActive(_ id: String, _ isActive: Bool, _ database: GRDB.Database) throws {
    try database.execute(sql: "UPDATE samples SET active = ? WHERE recording_id = ?", arguments: [isActive, id])
  }

  /// Newest first.
  static func fetchAll(
    _ database: GRDB.Database, where condition: String, _ arguments: StatementArguments
  ) throws -> [Sample] {
    try database.cachedRows(
      """
      SELECT s.*, r.blob, r.bytes, r.duration, r.created_at FROM samples s JOIN recordings r ON r.id = s.recording_id
      WHERE \(condition) ORDER BY r.created_at DESC, r.id DESC
      """, arguments
    ).map(sample)
  }

  static func insert(_ sample: Sample, _ database: GRDB.Database) throws {
    try RecordingRow.insert(
      Recording(
        id: sample.id, userID: sample.userID, kind: .sample, title: nil, date: nil, time: nil,
        createdAt: sample.createdAt, durationSeconds: sample.durationSeconds, byteCount: sample.byteCount,
        blob: sample.blob),
      database)
    try database.execute(
      sql: """
        INSERT INTO samples
          (recording_id, user_id, hash, pcm_samples, trimmed, loudness, true_peak, profile, active, state)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, 1, ?)
        """,
      arguments: [
        sample.id, sample.userID, sample.hash, sample.pcmSampleCount, sample.trimmedSeconds, sample.loudnessLUFS,
        sample.truePeakDBTP, try sample.profile.map(stored), sample.state.rawValue,
      ])
  }

  private static func stored(_ profile: VoiceProfile) throws -> String {
    String(decoding: try WireJSON.encode(profile), as: UTF8.self)
  }

  private static func profile(_ text: String?) throws -> VoiceProfile? {
    try text.map { try WireJSON.decode(VoiceProfile.self, from: Array($0.utf8)) }
  }

  private static func sample(_ row: Row) throws -> Sample {
    guard let state = RecordingAnswer.State(rawValue: row["state"]) else { throw UnreadableRow(table: "samples") }
    return Sample(
      id: row["recording_id"], userID: row["user_id"], hash: row["hash"], pcmSampleCount: row["pcm_samples"],
      blob: BlobID(stored: row["blob"]), byteCount: row["bytes"], durationSeconds: row["duration"],
      trimmedSeconds: row["trimmed"], loudnessLUFS: row["loudness"], truePeakDBTP: row["true_peak"],
      profile: try profile(row["profile"]), createdAt: Date(milliseconds: row["created_at"]), state: state)
  }
}
