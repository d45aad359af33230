DROP TABLE thanks;
ALTER TABLE comments DROP COLUMN accepted_at;
ALTER TABLE comments DROP COLUMN accepted_by;
ALTER TABLE comments DROP COLUMN thread_id;
