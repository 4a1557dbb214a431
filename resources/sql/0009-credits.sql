-- All times are milliseconds since 1970 in UTC, all amounts millionths of a credit.

-- What accounts are in that are not in the tier that all begin with.
CREATE TABLE plans (
    user_id    TEXT NOT NULL PRIMARY KEY REFERENCES users (id) ON DELETE CASCADE,
    tier       TEXT NOT NULL CHECK (tier IN ('free', 'paid', 'partner', 'whiteLabeled')),
    changed_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- The books: each movement has two entries, which sum to zero, and so do all balances. They name
-- nobody by reference: they outlive whom they tell about.
CREATE TABLE credit_holders (
    number  INTEGER PRIMARY KEY,
    user_id TEXT UNIQUE, -- none: the server, which gives and takes
    balance INTEGER NOT NULL DEFAULT 0,
    CHECK (user_id IS NULL OR balance BETWEEN 0 AND 1000000000000000)
) STRICT;
INSERT INTO credit_holders (number, user_id) VALUES (1, NULL);

CREATE TABLE credit_movements (
    number   INTEGER PRIMARY KEY, -- grows from one to the next
    id       TEXT NOT NULL UNIQUE,
    cause    TEXT NOT NULL,
    actor_id TEXT NOT NULL,
    at       INTEGER NOT NULL
) STRICT;

CREATE TABLE credit_entries (
    holder   INTEGER NOT NULL REFERENCES credit_holders (number),
    movement INTEGER NOT NULL REFERENCES credit_movements (number),
    amount   INTEGER NOT NULL CHECK (amount <> 0),
    balance  INTEGER NOT NULL, -- of the holder, after it
    PRIMARY KEY (holder, movement)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER credit_entries_are_not_changed BEFORE UPDATE ON credit_entries
BEGIN
    SELECT RAISE(ABORT, 'credit entries are not changed');
END;
CREATE TRIGGER credit_entries_are_not_removed BEFORE DELETE ON credit_entries
BEGIN
    SELECT RAISE(ABORT, 'credit entries are not removed');
END;
