import Persistence

enum SettingsMigrations {
  static let all = [
    Migration(
      "settings.1-documents",
      sql: """
        CREATE TABLE user_settings (
          user_id TEXT NOT NULL PRIMARY KEY,
          document TEXT NOT NULL,
          version INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;
        """)
  ]
}
