-- The page of a story reads its comments from the latest thread back and stops when a page is full; without this it joins all
-- of them with their authors and sorts them first.
CREATE INDEX comments_in_threads ON comments (post_id, coalesce(thread_id, id), id);
