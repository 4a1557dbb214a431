-- All times are milliseconds since 1970 in UTC.

-- Which account made another, and may act in it until that one leaves.
CREATE TABLE child_accounts (
    child_id           TEXT NOT NULL PRIMARY KEY REFERENCES users (id) ON DELETE CASCADE,
    parent_id          TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    external_accounts  TEXT NOT NULL CHECK (external_accounts IN ('none', 'parent')),
    funding_source     TEXT NOT NULL CHECK (funding_source IN ('none', 'parent')),
    payout_settings    TEXT NOT NULL CHECK (payout_settings IN ('none', 'parent')),
    main_account       TEXT NOT NULL CHECK (main_account IN ('none', 'parent')),
    financial_settings TEXT NOT NULL CHECK (financial_settings IN ('none', 'parent')),
    made_at            INTEGER NOT NULL,
    changed_at         INTEGER NOT NULL,
    CHECK (child_id <> parent_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX child_accounts_by_parent ON child_accounts (parent_id, made_at);
