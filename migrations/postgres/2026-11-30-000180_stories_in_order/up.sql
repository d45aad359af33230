-- The latest stories of a group come off the index in their order, to the last place of a tie: with the number of the story in
-- it, none of them is read to be put in order.
DROP INDEX posts_by_group;
CREATE INDEX posts_by_group ON posts (group_id, published_at, id);
