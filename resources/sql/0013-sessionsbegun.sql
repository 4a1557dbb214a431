-- How many sessions began lately is asked for each minute, and events are many.
CREATE INDEX events_sessions_begun ON events (at) WHERE kind = 'sessionStarted';
