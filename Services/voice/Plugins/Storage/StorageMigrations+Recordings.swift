import Persistence

extension StorageMigrations {
  /// Set for a relative date, which moves on at midnight; `sort_date` is then the day on which it was given.
  static let shownDates = Migration(
    "storage.5-shown-dates",
    sql: "ALTER TABLE recordings ADD COLUMN days_back INTEGER")

  static let waveforms = Migration(
    "storage.6-waveforms",
    sql: """
      CREATE TABLE waveforms (
        recording_id TEXT PRIMARY KEY NOT NULL REFERENCES recordings (id) ON DELETE CASCADE,
        levels BLOB NOT NULL
      ) STRICT;
      CREATE INDEX recordings_by_age ON recordings (created_at) WHERE listed = 1;
      """)

  /// Texts of notes that were answered or deleted before drafts went with them; retention looks at every kind.
  static let forgottenDrafts = Migration(
    "storage.8-forgotten-drafts",
    sql: """
      UPDATE notes SET draft = NULL WHERE answer IS NOT NULL
        OR recording_id IN (SELECT id FROM recordings WHERE removed_at IS NOT NULL);
      DROP INDEX recordings_by_age;
      CREATE INDEX recordings_by_age ON recordings (created_at) WHERE blob IS NOT NULL;
      CREATE INDEX recordings_by_blob ON recordings (blob) WHERE blob IS NOT NULL;
      """)

  static let drafts = Migration("storage.7-drafts", sql: "ALTER TABLE notes ADD COLUMN draft TEXT")
}
