-- All times are milliseconds since 1970 in UTC.

-- Subscriptions that accounts give to each other. Whether one is pending is up to the receiver's
-- account and not kept.
CREATE TABLE grants (
    number      INTEGER PRIMARY KEY, -- grows from one to the next
    id          TEXT NOT NULL UNIQUE,
    giver_id    TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    receiver_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    package     TEXT NOT NULL CHECK (package IN (
        'none', 'benefits', 'essentials', 'professional', 'corporate')),
    tier        TEXT NOT NULL CHECK (tier IN ('basic', 'premium')),
    created_at  INTEGER NOT NULL,
    updated_at  INTEGER NOT NULL,
    ended_at    INTEGER,
    CHECK (giver_id <> receiver_id)
) STRICT;
CREATE UNIQUE INDEX grants_living ON grants (giver_id, receiver_id) WHERE ended_at IS NULL;
CREATE INDEX grants_by_giver ON grants (giver_id);
CREATE INDEX grants_by_receiver ON grants (receiver_id);
CREATE INDEX grants_ended ON grants (ended_at) WHERE ended_at IS NOT NULL;
