DROP TABLE search_notes;
DROP TABLE search_note_terms;
ALTER TABLE search_posts DROP COLUMN edition;
