-- How the terms of a story were made: 0 in the first way. Those made in an earlier way than now are made anew while search goes on.
ALTER TABLE search_posts ADD COLUMN edition integer NOT NULL DEFAULT 0;

-- The notes of meetups as search knows them, the latest saved last. The terms are ours; see src/posts/noted.rs.
CREATE TABLE search_notes (
    seq integer NOT NULL PRIMARY KEY AUTOINCREMENT,
    meetup_id blob NOT NULL REFERENCES meetups (id) ON DELETE CASCADE
) STRICT;
CREATE UNIQUE INDEX search_notes_once ON search_notes (meetup_id);
CREATE VIRTUAL TABLE search_note_terms USING fts5 (terms, content='', contentless_delete=1, detail='none', tokenize='unicode61 remove_diacritics 0');
CREATE TRIGGER search_notes_gone AFTER DELETE ON search_notes BEGIN
    DELETE FROM search_note_terms WHERE rowid = old.seq;
END;
