-- All times are milliseconds since 1970 in UTC.

-- Addresses that accounts had before, and the ways back to them and to the phone of then. Their codes need no other name, so
-- they are long; they are hashed with a key of the vault all the same.
CREATE TABLE email_changes (
    number     INTEGER PRIMARY KEY AUTOINCREMENT,
    user_id    TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    code_hash  BLOB NOT NULL UNIQUE CHECK (length(code_hash) = 32),
    old_email  TEXT NOT NULL,
    old_phone  TEXT,
    changed_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL
) STRICT;
CREATE INDEX email_changes_by_user ON email_changes (user_id, number);
CREATE INDEX email_changes_old ON email_changes (expires_at);
