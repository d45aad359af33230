-- What is like a story, or newest about a theme (`subject_id` is either): a few of each, so that digests need not search.
CREATE TABLE alike_posts (
    subject_id blob NOT NULL,
    post_id blob NOT NULL REFERENCES posts (id) ON DELETE CASCADE,
    score integer NOT NULL,
    PRIMARY KEY (subject_id, post_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX alike_posts_by_post ON alike_posts (post_id);

-- Stories whose likes are to be found anew.
CREATE TABLE alike_due (
    post_id blob NOT NULL PRIMARY KEY REFERENCES posts (id) ON DELETE CASCADE,
    due_at text NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX alike_due_by_age ON alike_due (due_at);

-- To begin with, the latest story of everybody.
INSERT INTO alike_due (post_id, due_at)
SELECT id, published_at FROM posts
WHERE withdrawn_at IS NULL AND published_at = (
    SELECT max(later.published_at) FROM posts AS later
    WHERE later.author_id = posts.author_id AND later.withdrawn_at IS NULL
);

-- What was suggested to somebody, or is known to them by a mail: it is not suggested to them. Kept for half a year.
CREATE TABLE suggested_posts (
    person_id blob NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    post_id blob NOT NULL REFERENCES posts (id) ON DELETE CASCADE,
    settled_at text NOT NULL,
    PRIMARY KEY (person_id, post_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX suggested_posts_by_post ON suggested_posts (post_id);
CREATE INDEX suggested_posts_by_age ON suggested_posts (settled_at);

-- The stories that a digest told of: their identifiers, one after the other. Nothing for digests from before.
ALTER TABLE digests ADD COLUMN told blob;
CREATE INDEX digests_told ON digests (composed_at) WHERE told IS NOT NULL;
