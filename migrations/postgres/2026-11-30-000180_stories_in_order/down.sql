DROP INDEX posts_by_group;
CREATE INDEX posts_by_group ON posts (group_id, published_at);
