DROP INDEX digests_told;
ALTER TABLE digests DROP COLUMN told;
DROP TABLE suggested_posts;
DROP TABLE alike_due;
DROP TABLE alike_posts;
