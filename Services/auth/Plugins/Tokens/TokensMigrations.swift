import Persistence

enum TokensMigrations {
  static let all = [
    Migration(
      "tokens.1-keys-and-sessions",
      sql: """
        CREATE TABLE signing_keys (
          key_id TEXT NOT NULL PRIMARY KEY,
          sealed BLOB NOT NULL,
          created_at TEXT NOT NULL
        ) STRICT;

        CREATE TABLE sessions (
          id TEXT NOT NULL PRIMARY KEY,
          user_id TEXT NOT NULL,
          opened_at TEXT NOT NULL,
          closed_at TEXT
        ) STRICT;

        CREATE INDEX sessions_by_user ON sessions (user_id);

        CREATE TABLE refresh_tokens (
          digest BLOB NOT NULL PRIMARY KEY,
          session_id TEXT NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
          expires_at TEXT NOT NULL,
          used_at TEXT
        ) STRICT;

        CREATE INDEX refresh_tokens_by_session ON refresh_tokens (session_id);
        CREATE INDEX refresh_tokens_by_expiry ON refresh_tokens (expires_at);

        CREATE TABLE revocations (
          user_id TEXT NOT NULL PRIMARY KEY,
          issued_until TEXT NOT NULL
        ) STRICT;
        """)
  ]
}
