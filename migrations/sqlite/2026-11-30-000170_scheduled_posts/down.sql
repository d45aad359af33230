ALTER TABLE posts DROP COLUMN missed;
ALTER TABLE posts DROP COLUMN scheduled_at;
