-- A story that everybody may read has a number: the part of its address that one can read out.
ALTER TABLE posts ADD COLUMN number integer;
UPDATE posts SET number = numbered.n FROM (
    SELECT id, row_number() OVER (ORDER BY published_at, id) AS n FROM posts
    WHERE visibility = 'public' AND published_at IS NOT NULL
) AS numbered WHERE numbered.id = posts.id;
CREATE UNIQUE INDEX posts_number ON posts (number) WHERE number IS NOT NULL;
