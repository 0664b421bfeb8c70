import Persistence
import Schemas

/// The tables of reservations and of the ledger.
package enum LedgerMigrations {
  package static let all = [
    Migration("charCount.1-ledger", sql: accounts + transfers + appendOnly),
    Migration("charCount.2-reservations", sql: reservations),
    Migration("charCount.3-limits", sql: limits),
  ]

  /// `balance` is kept in the transaction that adds the entries.
  private static let accounts = """
    CREATE TABLE ledger_account (
      id INTEGER PRIMARY KEY,
      name TEXT NOT NULL UNIQUE,
      user_id TEXT,
      period TEXT NOT NULL,
      balance INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX ledger_account_by_user ON ledger_account(user_id, period);
    CREATE INDEX ledger_account_by_period ON ledger_account(period);

    """

  private static let transfers = """
    CREATE TABLE ledger_transfer (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      reference TEXT NOT NULL UNIQUE,
      period TEXT NOT NULL,
      model TEXT NOT NULL,
      factor_millionths INTEGER NOT NULL,
      chars_raw INTEGER NOT NULL,
      chars_effective INTEGER NOT NULL,
      provider_cost INTEGER,
      recorded_at INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX ledger_transfer_by_period ON ledger_transfer(period);
    CREATE TABLE ledger_entry (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      transfer_id INTEGER NOT NULL REFERENCES ledger_transfer(id),
      account_id INTEGER NOT NULL REFERENCES ledger_account(id),
      amount INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX ledger_entry_by_account ON ledger_entry(account_id);

    """

  private static let appendOnly = ["ledger_transfer", "ledger_entry"].map { table in
    ["UPDATE", "DELETE"].map { change in
      """
      CREATE TRIGGER \(table)_no_\(change.lowercased()) BEFORE \(change) ON \(table)
      BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;

      """
    }.joined()
  }.joined()

  private static let reservations = """
    CREATE TABLE reservation (
      performance_id TEXT NOT NULL,
      attempt INTEGER NOT NULL,
      user_id TEXT NOT NULL,
      period TEXT NOT NULL,
      model TEXT NOT NULL,
      factor_millionths INTEGER NOT NULL,
      max_raw INTEGER NOT NULL,
      max_effective INTEGER NOT NULL,
      reserved_at INTEGER NOT NULL,
      expires_at INTEGER NOT NULL,
      state TEXT NOT NULL CHECK (state IN ('reserved', 'committed', 'released', 'expired')),
      chars_raw INTEGER,
      chars_effective INTEGER,
      provider_cost INTEGER,
      PRIMARY KEY (performance_id, attempt)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX reservation_due ON reservation(expires_at) WHERE state = 'reserved';
    CREATE INDEX reservation_open ON reservation(period, user_id, max_effective) WHERE state = 'reserved';
    CREATE TRIGGER reservation_settled_once BEFORE UPDATE OF state ON reservation WHEN OLD.state <> 'reserved'
    BEGIN SELECT RAISE(ABORT, 'a settled reservation never changes'); END;
    """

  private static let limits = """
    CREATE TABLE user_limit (
      user_id TEXT PRIMARY KEY,
      monthly_limit INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    """
}
