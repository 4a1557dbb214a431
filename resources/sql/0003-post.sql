-- All times are milliseconds since 1970 in UTC.

-- What is to leave, by mail or as a text. It may hold a code, so it is sealed, and gone once it
-- has left or never will.
CREATE TABLE post (
    number      INTEGER PRIMARY KEY AUTOINCREMENT,
    id          TEXT NOT NULL UNIQUE,
    cause       TEXT NOT NULL UNIQUE, -- for one cause one message
    kind        TEXT NOT NULL CHECK (kind IN ('mail', 'sms')),
    recipient   TEXT NOT NULL,
    body        BLOB,
    state       TEXT NOT NULL DEFAULT 'waiting' CHECK (state IN (
        'waiting',
        'leaving',    -- at the point of no return: whoever finds it there doesn't know
        'sent', 'refused', 'expired', 'uncertain')),
    tries       INTEGER NOT NULL DEFAULT 0,
    created_at  INTEGER NOT NULL,
    next_try_at INTEGER NOT NULL,
    expires_at  INTEGER NOT NULL,
    ended_at    INTEGER,
    last_error  TEXT NOT NULL DEFAULT '',
    CHECK ((body IS NULL) = (state NOT IN ('waiting', 'leaving'))),
    CHECK ((ended_at IS NULL) = (state IN ('waiting', 'leaving')))
) STRICT;
CREATE INDEX post_waiting ON post (kind, next_try_at) WHERE state = 'waiting';
CREATE INDEX post_expiring ON post (expires_at) WHERE state = 'waiting';
CREATE INDEX post_leaving ON post (number) WHERE state = 'leaving';
CREATE INDEX post_ended ON post (ended_at) WHERE ended_at IS NOT NULL;

-- What the server inside the program would have sent, for its owner to read. Sealed as well: a
-- copy of the database tells nobody a code.
CREATE TABLE messages (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    id     TEXT NOT NULL UNIQUE,
    cause  TEXT NOT NULL UNIQUE,
    body   BLOB NOT NULL,
    at     INTEGER NOT NULL
) STRICT;
CREATE INDEX messages_old ON messages (at);
