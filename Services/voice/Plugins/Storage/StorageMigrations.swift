import Persistence

enum StorageMigrations {
  static let all = [installation, clones, recordings, profiles, shownDates, waveforms, drafts, forgottenDrafts]

  /// The id is made here, once, so it is as old as the database and lost only with it.
  private static let installation = Migration(
    "storage.1-installation",
    sql: """
      CREATE TABLE installation (id TEXT NOT NULL) STRICT;
      INSERT INTO installation VALUES (lower(hex(randomblob(12))));
      """)

  private static let clones = Migration(
    "storage.2-clones",
    sql: """
      CREATE TABLE clones (
        user_id TEXT PRIMARY KEY NOT NULL,
        state TEXT NOT NULL,
        voice_id TEXT,
        previous_voice_id TEXT,
        provider TEXT,
        sample_hash TEXT,
        intent_id TEXT,
        last_perform_at INTEGER,
        updated_at INTEGER NOT NULL
      ) STRICT;
      CREATE TABLE creation_intents (
        id TEXT PRIMARY KEY NOT NULL,
        user_id TEXT NOT NULL,
        sample_hash TEXT NOT NULL,
        created_at INTEGER NOT NULL,
        status TEXT NOT NULL
      ) STRICT;
      CREATE INDEX creation_intents_by_user ON creation_intents (user_id, created_at);
      CREATE INDEX creation_intents_unsettled ON creation_intents (status) WHERE status IN ('open', 'uncertain');
      CREATE TABLE voice_deletions (
        voice_id TEXT PRIMARY KEY NOT NULL,
        queued_at INTEGER NOT NULL,
        due_at INTEGER NOT NULL,
        attempts INTEGER NOT NULL DEFAULT 0
      ) STRICT;
      """)

  private static let recordings = Migration(
    "storage.3-recordings",
    sql: """
      CREATE TABLE recordings (
        id TEXT PRIMARY KEY NOT NULL,
        user_id TEXT NOT NULL,
        kind TEXT NOT NULL,
        title TEXT,
        date TEXT,
        time TEXT,
        sort_date TEXT NOT NULL,
        created_at INTEGER NOT NULL,
        duration REAL NOT NULL,
        bytes INTEGER NOT NULL,
        blob TEXT,
        listed INTEGER NOT NULL,
        removed_at INTEGER
      ) STRICT;
      CREATE INDEX recordings_by_user ON recordings (user_id, listed, sort_date DESC, created_at DESC, id DESC);
      CREATE TABLE samples (
        recording_id TEXT PRIMARY KEY NOT NULL REFERENCES recordings (id) ON DELETE CASCADE,
        user_id TEXT NOT NULL,
        hash TEXT NOT NULL,
        pcm_samples INTEGER NOT NULL,
        trimmed REAL NOT NULL,
        loudness REAL NOT NULL,
        true_peak REAL NOT NULL,
        active INTEGER NOT NULL,
        state TEXT NOT NULL,
        UNIQUE (user_id, hash)
      ) STRICT;
      CREATE TABLE consents (
        user_id TEXT NOT NULL,
        sample_hash TEXT NOT NULL,
        given_at INTEGER NOT NULL,
        withdrawn_at INTEGER
      ) STRICT;
      CREATE INDEX consents_by_sample ON consents (user_id, sample_hash, given_at);
      CREATE TABLE notes (
        performance_id TEXT PRIMARY KEY NOT NULL,
        recording_id TEXT NOT NULL UNIQUE REFERENCES recordings (id) ON DELETE CASCADE,
        request_digest TEXT NOT NULL,
        routine_type TEXT NOT NULL,
        voice_source TEXT NOT NULL,
        voice_clone_id TEXT NOT NULL,
        rehearsal INTEGER NOT NULL,
        state TEXT NOT NULL,
        attempt INTEGER NOT NULL,
        answer TEXT,
        opened_at INTEGER NOT NULL,
        confirmed_at INTEGER
      ) STRICT;
      CREATE INDEX notes_unsettled ON notes (opened_at) WHERE state != 'confirmed';
      """)

  private static let profiles = Migration("storage.4-profiles", sql: "ALTER TABLE samples ADD COLUMN profile TEXT;")
}
