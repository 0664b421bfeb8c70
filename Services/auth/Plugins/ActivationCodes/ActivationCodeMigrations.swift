import Persistence

enum ActivationCodeMigrations {
  static let all = [
    Migration(
      "activationCodes.1-codes",
      sql: """
        CREATE TABLE activation_codes (
          code TEXT NOT NULL PRIMARY KEY,
          created_at TEXT NOT NULL,
          expires_at TEXT,
          for_user TEXT,
          used_at TEXT,
          used_by TEXT
        ) STRICT, WITHOUT ROWID;

        CREATE INDEX activation_codes_by_age ON activation_codes (created_at, code);
        """)
  ]
}
