-- All times are milliseconds since 1970 in UTC.

-- Resets that somebody started for another. Their codes need no other name, so they are long; they
-- are hashed with a key of the vault all the same.
CREATE TABLE started_resets (
    id         TEXT NOT NULL PRIMARY KEY,
    user_id    TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    code_hash  BLOB NOT NULL UNIQUE CHECK (length(code_hash) = 32),
    cause      TEXT NOT NULL, -- of its mail
    started_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    used_at    INTEGER
) STRICT;
CREATE INDEX started_resets_by_user ON started_resets (user_id, started_at);
CREATE INDEX started_resets_old ON started_resets (started_at);

-- Who signs up and has not shown yet that the address is theirs. Sealed, by the vault, to this id:
-- nobody agreed yet that anything of them is kept.
CREATE TABLE sign_ups (
    id         TEXT NOT NULL PRIMARY KEY,
    sealed     BLOB NOT NULL,
    expires_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX sign_ups_old ON sign_ups (expires_at);
