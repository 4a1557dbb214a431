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

-- Whoever acts in another's account does so by a session of their own, and no longer than it lasts.
CREATE INDEX sessions_acting ON sessions (made_in) WHERE kind = 'onBehalf';
CREATE TRIGGER acting_ends_with_its_maker AFTER UPDATE OF ended_at ON sessions
WHEN NEW.ended_at IS NOT NULL AND OLD.ended_at IS NULL AND NEW.kind = 'device'
BEGIN
    UPDATE sessions SET ended_at = NEW.ended_at, end_reason = NEW.end_reason
    WHERE kind = 'onBehalf' AND made_in = NEW.id AND ended_at IS NULL;
END;
CREATE TRIGGER acting_goes_with_its_maker AFTER DELETE ON sessions WHEN OLD.kind = 'device'
BEGIN
    DELETE FROM sessions WHERE kind = 'onBehalf' AND made_in = OLD.id AND ended_at IS NULL;
END;
