import Persistence

enum AuditMigrations {
  /// Entries name people by pseudonym only, so that erasing an account never has to change the log.
  static let all = [
    Migration(
      "audit.1-log",
      sql: """
        CREATE TABLE audit_identities (
          pseudonym TEXT NOT NULL PRIMARY KEY,
          user_id TEXT NOT NULL UNIQUE
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE audit_log (
          sequence INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
          at TEXT NOT NULL,
          event TEXT NOT NULL,
          actor TEXT,
          subject TEXT,
          details TEXT NOT NULL,
          request_id TEXT
        ) STRICT;

        CREATE TRIGGER audit_log_is_not_changed BEFORE UPDATE ON audit_log
        BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END;

        CREATE TRIGGER audit_log_is_not_shortened BEFORE DELETE ON audit_log
        BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END;
        """)
  ]
}
