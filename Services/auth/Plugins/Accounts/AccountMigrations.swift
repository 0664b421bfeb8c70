import Persistence

enum AccountMigrations {
  static let all = [
    Migration(
      "accounts.1-accounts",
      sql: """
        CREATE TABLE accounts (
          id TEXT NOT NULL PRIMARY KEY,
          username TEXT NOT NULL,
          username_key TEXT NOT NULL UNIQUE,
          email TEXT NOT NULL,
          email_key TEXT NOT NULL UNIQUE,
          password_hash TEXT NOT NULL,
          role TEXT NOT NULL CHECK (role IN ('user', 'admin')),
          disabled INTEGER NOT NULL,
          voice_cloning INTEGER NOT NULL,
          created_at TEXT NOT NULL,
          version INTEGER NOT NULL
        ) STRICT;
        """)
  ]
}
