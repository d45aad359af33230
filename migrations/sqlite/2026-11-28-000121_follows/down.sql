ALTER TABLE comments DROP COLUMN mentions;
DROP TABLE post_follows;
