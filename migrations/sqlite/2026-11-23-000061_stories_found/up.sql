-- Lists of stories run from the newest on and stop when a page is full.
CREATE INDEX posts_latest ON posts (published_at DESC, id DESC) WHERE published_at IS NOT NULL AND withdrawn_at IS NULL;

-- Who is due for a digest is asked by time zone, hour and weekday.
CREATE INDEX people_by_digest ON people (digest_frequency, time_zone, digest_hour, digest_weekday, id);

-- Published stories as search knows them. `seq` is the moment of publication in microseconds (made unique), so that
-- reading backwards is newest first. The terms are folded and stemmed by us; see src/posts/index.rs.
CREATE TABLE search_posts (
    seq integer NOT NULL PRIMARY KEY,
    post_id blob NOT NULL REFERENCES posts (id) ON DELETE CASCADE
) STRICT;
CREATE UNIQUE INDEX search_posts_once ON search_posts (post_id);
CREATE VIRTUAL TABLE search_post_terms USING fts5 (terms, content='', contentless_delete=1, detail='none', tokenize='unicode61 remove_diacritics 0');
CREATE TRIGGER search_posts_gone AFTER DELETE ON search_posts BEGIN
    DELETE FROM search_post_terms WHERE rowid = old.seq;
END;

-- Names of people, groups and networks, kept in step by triggers.
CREATE TABLE search_names (
    seq integer NOT NULL PRIMARY KEY,
    kind text NOT NULL CHECK (kind IN ('person', 'group', 'network')),
    id blob NOT NULL
) STRICT;
CREATE UNIQUE INDEX search_names_once ON search_names (id);
CREATE VIRTUAL TABLE search_name_words USING fts5 (name, detail='none', tokenize='unicode61 remove_diacritics 2');
-- A name that was erased leaves no trace.
INSERT INTO search_name_words (search_name_words, rank) VALUES ('secure-delete', 1);

CREATE TRIGGER search_people_new AFTER INSERT ON people BEGIN
    INSERT INTO search_names (kind, id) VALUES ('person', new.id);
    INSERT INTO search_name_words (rowid, name) SELECT seq, new.name FROM search_names WHERE id = new.id;
END;
CREATE TRIGGER search_people_renamed AFTER UPDATE OF name ON people BEGIN
    UPDATE search_name_words SET name = new.name WHERE rowid = (SELECT seq FROM search_names WHERE id = new.id);
END;
CREATE TRIGGER search_people_gone AFTER DELETE ON people BEGIN
    DELETE FROM search_name_words WHERE rowid = (SELECT seq FROM search_names WHERE id = old.id);
    DELETE FROM search_names WHERE id = old.id;
END;
CREATE TRIGGER search_groups_new AFTER INSERT ON groups BEGIN
    INSERT INTO search_names (kind, id) VALUES ('group', new.id);
    INSERT INTO search_name_words (rowid, name) SELECT seq, new.name FROM search_names WHERE id = new.id;
END;
CREATE TRIGGER search_groups_renamed AFTER UPDATE OF name ON groups BEGIN
    UPDATE search_name_words SET name = new.name WHERE rowid = (SELECT seq FROM search_names WHERE id = new.id);
END;
CREATE TRIGGER search_groups_gone AFTER DELETE ON groups BEGIN
    DELETE FROM search_name_words WHERE rowid = (SELECT seq FROM search_names WHERE id = old.id);
    DELETE FROM search_names WHERE id = old.id;
END;
CREATE TRIGGER search_networks_new AFTER INSERT ON networks BEGIN
    INSERT INTO search_names (kind, id) VALUES ('network', new.id);
    INSERT INTO search_name_words (rowid, name) SELECT seq, new.name FROM search_names WHERE id = new.id;
END;
CREATE TRIGGER search_networks_renamed AFTER UPDATE OF name ON networks BEGIN
    UPDATE search_name_words SET name = new.name WHERE rowid = (SELECT seq FROM search_names WHERE id = new.id);
END;
CREATE TRIGGER search_networks_gone AFTER DELETE ON networks BEGIN
    DELETE FROM search_name_words WHERE rowid = (SELECT seq FROM search_names WHERE id = old.id);
    DELETE FROM search_names WHERE id = old.id;
END;

INSERT INTO search_names (kind, id) SELECT 'person', id FROM people;
INSERT INTO search_names (kind, id) SELECT 'group', id FROM groups;
INSERT INTO search_names (kind, id) SELECT 'network', id FROM networks;
INSERT INTO search_name_words (rowid, name) SELECT n.seq, p.name FROM search_names n JOIN people p ON p.id = n.id;
INSERT INTO search_name_words (rowid, name) SELECT n.seq, g.name FROM search_names n JOIN groups g ON g.id = n.id;
INSERT INTO search_name_words (rowid, name) SELECT n.seq, w.name FROM search_names n JOIN networks w ON w.id = n.id;
