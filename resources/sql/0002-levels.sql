-- How a session began (`proof`) stays; how well it was proven last is told apart from it.
ALTER TABLE sessions ADD COLUMN level TEXT NOT NULL DEFAULT 'password';
