ALTER TABLE people DROP COLUMN stories_at_once;
DROP INDEX groups_by_digest_default;
ALTER TABLE groups DROP COLUMN digest_default;
DROP TABLE subscriptions;
