import Persistence

extension StorageMigrations {
  /// Set for a relative date, which moves on at midnight; `sort_date` is then the day on which it was given.
  static let shownDates = Migration(
    "storage.4-shown-dates",
    sql: "ALTER TABLE recordings ADD COLUMN days_back INTEGER")

  static let waveforms = Migration(
    "storage.5-waveforms",
    sql: """
      CREATE TABLE waveforms (
        recording_id TEXT PRIMARY KEY NOT NULL REFERENCES recordings (id) ON DELETE CASCADE,
        levels BLOB NOT NULL
      ) STRICT;
      CREATE INDEX recordings_by_age ON recordings (created_at) WHERE listed = 1;
      """)
}
