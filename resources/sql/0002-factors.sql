-- What is asked for besides the password.
CREATE TABLE factors (
    id            TEXT NOT NULL PRIMARY KEY,
    user_id       TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    kind          TEXT NOT NULL CHECK (kind IN ('totp', 'emailCode', 'smsCode')),
    name          TEXT NOT NULL,
    sealed_secret BLOB,    -- by the vault, to this id
    enrolled_at   INTEGER NOT NULL,
    activated_at  INTEGER, -- counts for nothing before
    last_used_at  INTEGER,
    last_step     INTEGER NOT NULL DEFAULT 0, -- the last whose code was taken; none up to it is again
    CHECK ((kind = 'totp') = (sealed_secret IS NOT NULL))
) STRICT;
CREATE UNIQUE INDEX factors_one_of_codes ON factors (user_id, kind) WHERE kind <> 'totp';
CREATE INDEX factors_by_user ON factors (user_id, activated_at);
CREATE INDEX factors_waiting ON factors (enrolled_at) WHERE activated_at IS NULL;

-- Hashed with a key of the vault: 50 bits alone could be guessed.
CREATE TABLE recovery_codes (
    user_id   TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    code_hash BLOB NOT NULL CHECK (length(code_hash) = 32),
    made_at   INTEGER NOT NULL,
    used_at   INTEGER,
    PRIMARY KEY (user_id, code_hash)
) STRICT, WITHOUT ROWID;

-- A password was right, or a code in its place, and one thing more is waited for. Gone once it was given.
CREATE TABLE challenges (
    id         TEXT NOT NULL PRIMARY KEY,
    user_id    TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    label      TEXT NOT NULL, -- the device that asks
    program    TEXT NOT NULL,
    system     TEXT NOT NULL,
    mark       TEXT,
    shown      TEXT, -- what they proved already, so that it can't answer
    customer   TEXT NOT NULL, -- from where alone it may be answered
    expires_at INTEGER NOT NULL,
    tries_left INTEGER NOT NULL CHECK (tries_left >= 0)
) STRICT, WITHOUT ROWID;
CREATE INDEX challenges_by_user ON challenges (user_id);
CREATE INDEX challenges_old ON challenges (expires_at);

-- The token itself is nowhere.
CREATE TABLE trusted_devices (
    id           TEXT NOT NULL PRIMARY KEY,
    user_id      TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    token_hash   BLOB NOT NULL UNIQUE CHECK (length(token_hash) = 32),
    label        TEXT NOT NULL,
    program      TEXT NOT NULL,
    system       TEXT NOT NULL,
    address      TEXT NOT NULL,
    trusted_at   INTEGER NOT NULL,
    expires_at   INTEGER NOT NULL,
    last_used_at INTEGER
) STRICT;
CREATE INDEX trusted_devices_by_user ON trusted_devices (user_id, trusted_at);
CREATE INDEX trusted_devices_old ON trusted_devices (expires_at);
