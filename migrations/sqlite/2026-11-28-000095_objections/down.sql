DROP TABLE objections;
ALTER TABLE groups DROP COLUMN least;
