DROP INDEX posts_widened;
ALTER TABLE posts DROP COLUMN widened_at;
ALTER TABLE posts DROP COLUMN public_at;
ALTER TABLE posts DROP COLUMN network_at;
