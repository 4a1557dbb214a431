-- All times are milliseconds since 1970 in UTC.

-- Codes that were sent. Of a purpose and a subject the newest is the one that lives; those before
-- it are kept for an hour, to be counted.
CREATE TABLE sent_codes (
    number     INTEGER PRIMARY KEY AUTOINCREMENT,
    purpose    TEXT NOT NULL CHECK (purpose IN (
        'challenge', 'proof', 'enrolment', 'emailVerification', 'emailChange', 'phone', 'reset',
        'signUp', 'signIn')),
    subject    TEXT NOT NULL, -- what it is good for; of a code that names itself, its hash
    code_hash  BLOB NOT NULL CHECK (length(code_hash) = 32), -- with a key of the vault
    sealed_to  BLOB NOT NULL, -- where it went
    -- Keyed hashes: nothing tells an address, nor whether it has an account.
    asker      BLOB NOT NULL,
    recipient  BLOB NOT NULL,
    sent_at    INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    tries_left INTEGER NOT NULL CHECK (tries_left >= 0)
) STRICT;
CREATE INDEX sent_codes_by_subject ON sent_codes (subject, purpose);
CREATE INDEX sent_codes_by_asker ON sent_codes (asker, sent_at);
CREATE INDEX sent_codes_by_recipient ON sent_codes (recipient, sent_at);
CREATE INDEX sent_codes_old ON sent_codes (sent_at);
