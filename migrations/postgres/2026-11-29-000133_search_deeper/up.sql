-- How the terms of a story were made: 0 in the first way. Those made in an earlier way than now are made anew while search goes on.
ALTER TABLE search_posts ADD COLUMN edition integer NOT NULL DEFAULT 0;

-- The notes of meetups as search knows them, the latest saved last. The terms are ours; see src/posts/noted.rs.
CREATE TABLE search_notes (
    seq bigserial NOT NULL PRIMARY KEY,
    meetup_id uuid NOT NULL REFERENCES meetups (id) ON DELETE CASCADE,
    terms tsvector NOT NULL
);
CREATE UNIQUE INDEX search_notes_once ON search_notes (meetup_id);
CREATE INDEX search_notes_by_term ON search_notes USING gin (terms);
