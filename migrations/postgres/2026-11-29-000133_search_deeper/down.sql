DROP TABLE search_notes;
ALTER TABLE search_posts DROP COLUMN edition;
