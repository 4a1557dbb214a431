-- All times are milliseconds since 1970 in UTC.

-- What the server keeps of itself: its keys, the hash of the set-up code.
CREATE TABLE settings (
    name  TEXT NOT NULL PRIMARY KEY,
    value BLOB NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE users (
    number         INTEGER PRIMARY KEY AUTOINCREMENT, -- inside the database only, never given twice
    id             TEXT NOT NULL UNIQUE,
    email          TEXT NOT NULL,
    email_key      TEXT NOT NULL UNIQUE,
    email_verified INTEGER NOT NULL DEFAULT 0 CHECK (email_verified IN (0, 1)),
    phone          TEXT, -- E.164, verified
    name           TEXT NOT NULL,
    user_name      TEXT,
    user_name_key  TEXT UNIQUE, -- case-folded
    tag            TEXT NOT NULL UNIQUE, -- begins as no user name does
    role           TEXT NOT NULL CHECK (role IN ('user', 'support', 'admin')),
    language       TEXT NOT NULL,
    password_hash  TEXT NOT NULL,
    created_at     INTEGER NOT NULL,
    version        INTEGER NOT NULL DEFAULT 1,
    CHECK ((user_name IS NULL) = (user_name_key IS NULL))
) STRICT;

-- The token itself is nowhere. An ended session keeps its hash: it can be taken back.
CREATE TABLE sessions (
    -- The first 8 bytes of the hash: every request looks for one, and a search by number reads one
    -- page of rows where one by the whole hash reads three.
    place               INTEGER PRIMARY KEY,
    token_hash          BLOB NOT NULL CHECK (length(token_hash) = 32),
    -- Of the token that the present one replaced. Worth nothing but a proof: whoever never got the
    -- answer with the new one proves once more, instead of losing the session.
    former_hash         BLOB CHECK (length(former_hash) = 32),
    former_until        INTEGER, -- where it was renewed: so long it does what the present one does
    token_made_at       INTEGER NOT NULL,
    id                  TEXT NOT NULL UNIQUE,
    user_id             TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    user_number         INTEGER NOT NULL, -- of the same account, for the look-up of each request
    kind                TEXT NOT NULL CHECK (kind IN ('device', 'api', 'onBehalf')),
    label               TEXT NOT NULL, -- of an API session all of them, a line each
    said_label          TEXT NOT NULL, -- by the device itself, whatever its owner calls it
    program             TEXT NOT NULL,
    system              TEXT NOT NULL,
    device_mark         TEXT, -- a hash of what the device is known again by
    address             TEXT NOT NULL,
    proof               TEXT NOT NULL, -- how it began
    started_at          INTEGER NOT NULL,
    last_active_at      INTEGER NOT NULL, -- 0: an API session that was never used
    proven_at           INTEGER NOT NULL, -- the last time, by whatever it was
    factor_proven_at    INTEGER,          -- by a second factor
    idle_ms             INTEGER NOT NULL,
    expires_absolute_at INTEGER NOT NULL,
    expires_at          INTEGER NOT NULL, -- the earlier of idle and absolute
    reviewed            INTEGER NOT NULL DEFAULT 0 CHECK (reviewed IN (0, 1)),
    ended_at            INTEGER,
    end_reason          TEXT,
    ended_by            TEXT,
    made_in             TEXT,    -- the session that its secret was made in, or that acts in it
    remind_at           INTEGER, -- when its owner is to be told that it will end
    acting_user         TEXT,    -- on somebody's behalf: whoever acts, and why
    acting_reason       TEXT,
    CHECK ((kind = 'device') = (made_in IS NULL)),
    CHECK ((kind = 'onBehalf') = (acting_user IS NOT NULL AND acting_reason IS NOT NULL)),
    CHECK (expires_at <= expires_absolute_at),
    CHECK ((ended_at IS NULL) = (end_reason IS NULL))
) STRICT;
CREATE INDEX sessions_by_user ON sessions (user_id, started_at);
CREATE UNIQUE INDEX sessions_by_former ON sessions (former_hash) WHERE former_hash IS NOT NULL;
CREATE INDEX sessions_living ON sessions (expires_at) WHERE ended_at IS NULL;
CREATE INDEX sessions_ended ON sessions (ended_at) WHERE ended_at IS NOT NULL;
CREATE INDEX sessions_to_remind_of ON sessions (remind_at) WHERE remind_at IS NOT NULL;

-- Keys are keyed hashes: nothing tells an account's address, nor whether there is such an account.
CREATE TABLE throttle (
    key       BLOB NOT NULL PRIMARY KEY,
    tries     INTEGER NOT NULL CHECK (tries >= 0),
    open_at   INTEGER NOT NULL, -- no try before
    forget_at INTEGER NOT NULL  -- from here it is as if there had been none
) STRICT, WITHOUT ROWID;
CREATE INDEX throttle_old ON throttle (forget_at);

CREATE TABLE idempotency_keys (
    user_id      TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    operation    TEXT NOT NULL,
    key          BLOB NOT NULL,
    payload_hash BLOB NOT NULL,
    begun_at     INTEGER NOT NULL,
    status       INTEGER,
    headers      BLOB,
    body         BLOB,
    PRIMARY KEY (user_id, operation, key)
) STRICT, WITHOUT ROWID;
CREATE INDEX idempotency_keys_old ON idempotency_keys (begun_at);

-- Ids grow by one over the whole server and are never given twice.
CREATE TABLE events (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    user_id    TEXT NOT NULL,
    kind       TEXT NOT NULL,
    session_id TEXT,
    at         INTEGER NOT NULL
) STRICT;
CREATE INDEX events_by_user ON events (user_id, id);

-- Names nobody by reference: it outlives what it tells about.
CREATE TABLE audit (
    seq        INTEGER PRIMARY KEY,
    at         INTEGER NOT NULL,
    actor      TEXT,
    session    TEXT,
    operation  TEXT NOT NULL,
    subject    TEXT NOT NULL,
    outcome    TEXT NOT NULL,
    address    TEXT NOT NULL,
    request_id TEXT NOT NULL,
    before     TEXT NOT NULL, -- JSON, by field
    after      TEXT NOT NULL,
    hash       BLOB NOT NULL CHECK (length(hash) = 32)
) STRICT;
CREATE TRIGGER audit_grows_by_one BEFORE INSERT ON audit
WHEN NEW.seq <> (SELECT COALESCE(MAX(seq), 0) + 1 FROM audit)
BEGIN
    SELECT RAISE(ABORT, 'audit rows are appended');
END;
CREATE TRIGGER audit_is_not_changed BEFORE UPDATE ON audit
BEGIN
    SELECT RAISE(ABORT, 'audit rows are not changed');
END;
CREATE TRIGGER audit_is_not_shortened BEFORE DELETE ON audit
BEGIN
    SELECT RAISE(ABORT, 'audit rows are not removed');
END;
