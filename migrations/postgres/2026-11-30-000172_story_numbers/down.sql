DROP INDEX posts_number;
ALTER TABLE posts DROP COLUMN number;
