-- Who follows a story or wants no mail about it, as far as they have said so: authors and those who comment follow anyway.
CREATE TABLE post_follows (
    post_id blob NOT NULL REFERENCES posts (id) ON DELETE CASCADE,
    person_id blob NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    muted integer NOT NULL CHECK (muted IN (0, 1)),
    said_at text NOT NULL,
    PRIMARY KEY (post_id, person_id)
) STRICT;
CREATE INDEX post_follows_by_person ON post_follows (person_id);

-- Whom a comment mentions: a line for each, with the identifier and the name as it was typed.
ALTER TABLE comments ADD COLUMN mentions text;
