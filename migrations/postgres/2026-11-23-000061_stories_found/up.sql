-- Lists of stories run from the newest on and stop when a page is full.
CREATE INDEX posts_latest ON posts (published_at DESC, id DESC) WHERE published_at IS NOT NULL AND withdrawn_at IS NULL;

-- Who is due for a digest is asked by time zone, hour and weekday.
CREATE INDEX people_by_digest ON people (digest_frequency, time_zone, digest_hour, digest_weekday, id);

-- Published stories as search knows them. `seq` is the moment of publication in microseconds (made unique), so that
-- reading backwards is newest first. The terms are folded and stemmed by us; see src/posts/index.rs.
CREATE TABLE search_posts (
    seq bigint NOT NULL PRIMARY KEY,
    post_id uuid NOT NULL REFERENCES posts (id) ON DELETE CASCADE,
    terms tsvector NOT NULL
);
CREATE UNIQUE INDEX search_posts_once ON search_posts (post_id);
CREATE INDEX search_posts_by_term ON search_posts USING gin (terms);

-- Names of people, groups and networks by their words, without accents.
CREATE FUNCTION search_words(name text) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT to_tsvector('pg_catalog.simple'::regconfig, lower(translate(name, 'åäöéèêëáàâãíìîïóòôõúùûüçñýÿÅÄÖÉÈÊËÁÀÂÃÍÌÎÏÓÒÔÕÚÙÛÜÇÑÝ', 'aaoeeeeaaaaiiiioooouuuucnyyaaoeeeeaaaaiiiioooouuuucny')))
$$;
CREATE INDEX people_by_word ON people USING gin (search_words(name));
CREATE INDEX groups_by_word ON groups USING gin (search_words(name));
CREATE INDEX networks_by_word ON networks USING gin (search_words(name));
