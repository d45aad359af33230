-- Who follows a story or wants no mail about it, as far as they have said so: authors and those who comment follow anyway.
CREATE TABLE post_follows (
    post_id uuid NOT NULL REFERENCES posts (id) ON DELETE CASCADE,
    person_id uuid NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    muted boolean NOT NULL,
    said_at timestamp NOT NULL,
    PRIMARY KEY (post_id, person_id)
);
CREATE INDEX post_follows_by_person ON post_follows (person_id);

-- Whom a comment mentions: a line for each, with the identifier and the name as it was typed.
ALTER TABLE comments ADD COLUMN mentions text;
