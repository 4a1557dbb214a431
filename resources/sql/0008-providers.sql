-- All times are milliseconds since 1970 in UTC.

-- OpenID providers that sign people in.
CREATE TABLE providers (
    number         INTEGER PRIMARY KEY, -- grows from one to the next
    id             TEXT NOT NULL UNIQUE,
    kind           TEXT NOT NULL CHECK (kind IN ('openId', 'google')),
    name           TEXT NOT NULL,
    issuer         TEXT NOT NULL,
    client_id      TEXT NOT NULL,
    client_secret  BLOB, -- sealed by the vault
    makes_accounts INTEGER NOT NULL CHECK (makes_accounts IN (0, 1)),
    is_on          INTEGER NOT NULL DEFAULT 1 CHECK (is_on IN (0, 1)),
    created_at     INTEGER NOT NULL,
    updated_at     INTEGER NOT NULL,
    UNIQUE (issuer, client_id)
) STRICT;

-- Whose addresses are led to which of them.
CREATE TABLE provider_domains (
    domain      TEXT NOT NULL PRIMARY KEY,
    provider_id TEXT NOT NULL REFERENCES providers (id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE INDEX provider_domains_by_provider ON provider_domains (provider_id);

-- Accounts there that sign in to accounts here.
CREATE TABLE identities (
    number       INTEGER PRIMARY KEY,
    id           TEXT NOT NULL UNIQUE,
    provider_id  TEXT NOT NULL REFERENCES providers (id) ON DELETE CASCADE,
    subject      TEXT NOT NULL, -- as the provider tells its accounts apart
    user_id      TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    name         TEXT NOT NULL,
    linked_at    INTEGER NOT NULL,
    last_used_at INTEGER,
    UNIQUE (provider_id, subject)
) STRICT;
CREATE INDEX identities_by_user ON identities (user_id);

-- Browsers on their way. Ids and states are known by their hashes; what a browser was sent with,
-- and the code that it brought, are sealed by the vault.
CREATE TABLE provider_visits (
    number      INTEGER PRIMARY KEY,
    id_hash     BLOB NOT NULL UNIQUE CHECK (length(id_hash) = 32),
    state_hash  BLOB NOT NULL UNIQUE CHECK (length(state_hash) = 32),
    provider_id TEXT NOT NULL REFERENCES providers (id) ON DELETE CASCADE,
    return_to   TEXT NOT NULL,
    ends_here   INTEGER NOT NULL CHECK (ends_here IN (0, 1)), -- at the server's own page
    stage       TEXT NOT NULL CHECK (stage IN ('gone', 'returned', 'redeemed', 'seen')),
    sent_with   BLOB NOT NULL,
    brought     BLOB,
    subject     TEXT, -- and what else is known of whom the provider saw
    email       TEXT,
    email_verified INTEGER CHECK (email_verified IN (0, 1)),
    name        TEXT,
    may_only_be TEXT REFERENCES users (id) ON DELETE CASCADE, -- whose address they have
    proves_session TEXT, -- that was begun with it, and alone brings it back
    expires_at  INTEGER NOT NULL,
    CHECK ((stage = 'seen') = (subject IS NOT NULL))
) STRICT;
CREATE INDEX provider_visits_expiring ON provider_visits (expires_at);

-- Tokens that came by another way, each of which signs in once.
CREATE TABLE used_id_tokens (
    hash       BLOB NOT NULL PRIMARY KEY CHECK (length(hash) = 32),
    expires_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX used_id_tokens_expiring ON used_id_tokens (expires_at);
