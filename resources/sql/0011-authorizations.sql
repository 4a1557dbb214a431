-- All times are milliseconds since 1970 in UTC.

-- Accounts that let others into parts of them. What is taken back is gone.
CREATE TABLE authorizations (
    number      INTEGER PRIMARY KEY, -- grows from one to the next
    id          TEXT NOT NULL UNIQUE,
    giver_id    TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    receiver_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    scope       TEXT NOT NULL CHECK (scope IN ('profile', 'sessions')),
    action      TEXT NOT NULL CHECK (action IN ('read', 'write')),
    created_at  INTEGER NOT NULL,
    updated_at  INTEGER NOT NULL,
    UNIQUE (giver_id, receiver_id, scope),
    CHECK (giver_id <> receiver_id)
) STRICT;
CREATE INDEX authorizations_by_receiver ON authorizations (receiver_id);
