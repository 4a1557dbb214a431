-- The token that the present one replaced. Worth nothing but a proof: whoever never got the answer
-- with the new one proves once more, instead of losing the session.
ALTER TABLE sessions ADD COLUMN former_hash BLOB CHECK (length(former_hash) = 32);
CREATE UNIQUE INDEX sessions_by_former ON sessions (former_hash) WHERE former_hash IS NOT NULL;
