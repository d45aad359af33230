-- Until when somebody has read a story with its comments, so that their digests do not tell it again. Kept for half a year.
CREATE TABLE post_readings (
    person_id uuid NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    post_id uuid NOT NULL REFERENCES posts (id) ON DELETE CASCADE,
    read_at timestamp NOT NULL,
    PRIMARY KEY (person_id, post_id)
);
CREATE INDEX post_readings_by_post ON post_readings (post_id);
CREATE INDEX post_readings_by_age ON post_readings (read_at);

-- Whoever has commented on a story has read it.
INSERT INTO post_readings (person_id, post_id, read_at)
SELECT comments.author_id, comments.post_id, max(comments.created_at) FROM comments
JOIN posts ON posts.id = comments.post_id
WHERE comments.withdrawn_at IS NULL AND posts.withdrawn_at IS NULL
GROUP BY comments.author_id, comments.post_id;
