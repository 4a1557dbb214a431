-- What programs keep with an account, in names of their own.
CREATE TABLE preferences (
    number  INTEGER PRIMARY KEY,
    user_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    name    TEXT NOT NULL,
    value   TEXT NOT NULL,
    UNIQUE (user_id, name)
) STRICT;
