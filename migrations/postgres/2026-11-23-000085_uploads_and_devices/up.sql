-- Lists of people to invite, between being looked at and being confirmed. Swept after a day.
CREATE TABLE uploads (
    id uuid NOT NULL PRIMARY KEY,
    network_id uuid NOT NULL REFERENCES networks (id) ON DELETE CASCADE,
    person_id uuid NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    csv text NOT NULL,
    created_at timestamp NOT NULL
);
-- The sweep asks for the old ones.
CREATE INDEX uploads_by_age ON uploads (created_at);

-- In which browser a session is, in words that its owner knows it by: `Firefox, Windows`.
ALTER TABLE sessions ADD COLUMN device text NOT NULL DEFAULT '';
