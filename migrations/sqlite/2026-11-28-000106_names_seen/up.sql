-- What search looks in for names holds who may find them too, so that nothing is found that is then thrown away: a term
-- of a rune, which nobody types, and a letter for everybody who may (src/posts/names.rs). What nobody may find has no
-- words. Organisers stand under every ending of their names, so that any part of a word finds them.
DROP TRIGGER search_people_new;
DROP TRIGGER search_people_renamed;
DROP TRIGGER search_people_gone;
DROP TRIGGER search_groups_new;
DROP TRIGGER search_groups_renamed;
DROP TRIGGER search_groups_gone;
DROP TRIGGER search_networks_new;
DROP TRIGGER search_networks_renamed;
DROP TRIGGER search_networks_gone;
DROP TABLE search_name_words;
DROP TABLE search_names;

-- `id` is the code of an organiser.
CREATE TABLE search_names (
    seq integer NOT NULL PRIMARY KEY,
    kind text NOT NULL CHECK (kind IN ('person', 'group', 'network', 'organiser')),
    id blob NOT NULL
) STRICT;
CREATE UNIQUE INDEX search_names_once ON search_names (id);
CREATE VIRTUAL TABLE search_name_words USING fts5 (name, detail='none', tokenize='unicode61 remove_diacritics 2');
-- A name that was erased leaves no trace.
INSERT INTO search_name_words (search_name_words, rank) VALUES ('secure-delete', 1);

CREATE VIEW search_people (id, words) AS
SELECT p.id, p.name || ' ᚦa' || COALESCE((SELECT group_concat(' ᚦn' || lower(hex(m.network_id)), '') FROM seats s
    JOIN network_memberships m ON m.seat_id = s.id WHERE s.person_id = p.id AND m.state = 'active'), '')
FROM people p WHERE NOT p.protected AND p.disabled_at IS NULL AND p.confirmed_at IS NOT NULL;

CREATE VIEW search_groups (id, words) AS
SELECT g.id, g.name || ' ᚦa ᚦg' || lower(hex(g.id)) || ' ᚦc' || lower(hex(g.network_id))
    || CASE WHEN g.open THEN ' ᚦn' || lower(hex(g.network_id)) ELSE '' END
FROM groups g WHERE g.closed_at IS NULL;

CREATE VIEW search_networks (id, words) AS
SELECT w.id, w.name || ' ᚦa ᚦn' || lower(hex(w.id)) || CASE w.visibility WHEN 'public' THEN ' ᚦp' ELSE '' END
FROM networks w WHERE w.archived_at IS NULL;

CREATE VIEW search_organisers (id, words) AS
SELECT CAST(o.code AS blob), 'ᚦa ᚦp ' || (
    WITH RECURSIVE endings (ending) AS (
        SELECT o.search_name UNION ALL SELECT substr(ending, 2) FROM endings WHERE length(ending) > 1
    ) SELECT group_concat(ending, ' ') FROM endings)
FROM organisers o;

CREATE TRIGGER search_people_new AFTER INSERT ON people BEGIN
    INSERT INTO search_names (kind, id) VALUES ('person', new.id);
    INSERT INTO search_name_words (rowid, name)
    SELECT seq, COALESCE((SELECT words FROM search_people v WHERE v.id = n.id), '') FROM search_names n WHERE n.id = new.id;
END;
CREATE TRIGGER search_people_changed AFTER UPDATE OF name, protected, disabled_at, confirmed_at ON people BEGIN
    UPDATE search_name_words SET name = COALESCE((SELECT words FROM search_people v WHERE v.id = new.id), '')
    WHERE rowid = (SELECT seq FROM search_names WHERE id = new.id);
END;
CREATE TRIGGER search_people_gone AFTER DELETE ON people BEGIN
    DELETE FROM search_name_words WHERE rowid = (SELECT seq FROM search_names WHERE id = old.id);
    DELETE FROM search_names WHERE id = old.id;
END;
CREATE TRIGGER search_groups_new AFTER INSERT ON groups BEGIN
    INSERT INTO search_names (kind, id) VALUES ('group', new.id);
    INSERT INTO search_name_words (rowid, name)
    SELECT seq, COALESCE((SELECT words FROM search_groups v WHERE v.id = n.id), '') FROM search_names n WHERE n.id = new.id;
END;
CREATE TRIGGER search_groups_changed AFTER UPDATE OF name, open, closed_at ON groups BEGIN
    UPDATE search_name_words SET name = COALESCE((SELECT words FROM search_groups v WHERE v.id = new.id), '')
    WHERE rowid = (SELECT seq FROM search_names WHERE id = new.id);
END;
CREATE TRIGGER search_groups_gone AFTER DELETE ON groups BEGIN
    DELETE FROM search_name_words WHERE rowid = (SELECT seq FROM search_names WHERE id = old.id);
    DELETE FROM search_names WHERE id = old.id;
END;
CREATE TRIGGER search_networks_new AFTER INSERT ON networks BEGIN
    INSERT INTO search_names (kind, id) VALUES ('network', new.id);
    INSERT INTO search_name_words (rowid, name)
    SELECT seq, COALESCE((SELECT words FROM search_networks v WHERE v.id = n.id), '') FROM search_names n WHERE n.id = new.id;
END;
CREATE TRIGGER search_networks_changed AFTER UPDATE OF name, visibility, archived_at ON networks BEGIN
    UPDATE search_name_words SET name = COALESCE((SELECT words FROM search_networks v WHERE v.id = new.id), '')
    WHERE rowid = (SELECT seq FROM search_names WHERE id = new.id);
END;
CREATE TRIGGER search_networks_gone AFTER DELETE ON networks BEGIN
    DELETE FROM search_name_words WHERE rowid = (SELECT seq FROM search_names WHERE id = old.id);
    DELETE FROM search_names WHERE id = old.id;
END;
CREATE TRIGGER search_organisers_new AFTER INSERT ON organisers BEGIN
    INSERT INTO search_names (kind, id) VALUES ('organiser', CAST(new.code AS blob));
    INSERT INTO search_name_words (rowid, name)
    SELECT seq, COALESCE((SELECT words FROM search_organisers v WHERE v.id = n.id), '') FROM search_names n WHERE n.id = CAST(new.code AS blob);
END;
CREATE TRIGGER search_organisers_changed AFTER UPDATE OF search_name ON organisers BEGIN
    UPDATE search_name_words SET name = COALESCE((SELECT words FROM search_organisers v WHERE v.id = CAST(new.code AS blob)), '')
    WHERE rowid = (SELECT seq FROM search_names WHERE id = CAST(new.code AS blob));
END;
CREATE TRIGGER search_organisers_gone AFTER DELETE ON organisers BEGIN
    DELETE FROM search_name_words WHERE rowid = (SELECT seq FROM search_names WHERE id = CAST(old.code AS blob));
    DELETE FROM search_names WHERE id = CAST(old.code AS blob);
END;

-- A person is found by those who share a network.
CREATE TRIGGER search_memberships_new AFTER INSERT ON network_memberships WHEN new.state = 'active' BEGIN
    UPDATE search_name_words SET name = COALESCE((SELECT words FROM search_people v WHERE v.id = (SELECT person_id FROM seats WHERE id = new.seat_id)), '')
    WHERE rowid = (SELECT seq FROM search_names WHERE id = (SELECT person_id FROM seats WHERE id = new.seat_id));
END;
CREATE TRIGGER search_memberships_changed AFTER UPDATE OF state ON network_memberships WHEN new.state <> old.state BEGIN
    UPDATE search_name_words SET name = COALESCE((SELECT words FROM search_people v WHERE v.id = (SELECT person_id FROM seats WHERE id = new.seat_id)), '')
    WHERE rowid = (SELECT seq FROM search_names WHERE id = (SELECT person_id FROM seats WHERE id = new.seat_id));
END;
CREATE TRIGGER search_memberships_gone AFTER DELETE ON network_memberships WHEN old.state = 'active' BEGIN
    UPDATE search_name_words SET name = COALESCE((SELECT words FROM search_people v WHERE v.id = (SELECT person_id FROM seats WHERE id = old.seat_id)), '')
    WHERE rowid = (SELECT seq FROM search_names WHERE id = (SELECT person_id FROM seats WHERE id = old.seat_id));
END;
CREATE TRIGGER search_seats_changed AFTER UPDATE OF person_id ON seats WHEN new.person_id IS NOT old.person_id BEGIN
    UPDATE search_name_words SET name = COALESCE((SELECT words FROM search_people v WHERE v.id = old.person_id), '')
    WHERE rowid = (SELECT seq FROM search_names WHERE id = old.person_id);
    UPDATE search_name_words SET name = COALESCE((SELECT words FROM search_people v WHERE v.id = new.person_id), '')
    WHERE rowid = (SELECT seq FROM search_names WHERE id = new.person_id);
END;
CREATE TRIGGER search_seats_gone AFTER DELETE ON seats BEGIN
    UPDATE search_name_words SET name = COALESCE((SELECT words FROM search_people v WHERE v.id = old.person_id), '')
    WHERE rowid = (SELECT seq FROM search_names WHERE id = old.person_id);
END;

INSERT INTO search_names (kind, id) SELECT 'person', id FROM people;
INSERT INTO search_names (kind, id) SELECT 'group', id FROM groups;
INSERT INTO search_names (kind, id) SELECT 'network', id FROM networks;
INSERT INTO search_names (kind, id) SELECT 'organiser', CAST(code AS blob) FROM organisers;
INSERT INTO search_name_words (rowid, name)
SELECT n.seq, COALESCE(v.words, '') FROM search_names n LEFT JOIN search_people v ON v.id = n.id WHERE n.kind = 'person';
INSERT INTO search_name_words (rowid, name)
SELECT n.seq, COALESCE(v.words, '') FROM search_names n LEFT JOIN search_groups v ON v.id = n.id WHERE n.kind = 'group';
INSERT INTO search_name_words (rowid, name)
SELECT n.seq, COALESCE(v.words, '') FROM search_names n LEFT JOIN search_networks v ON v.id = n.id WHERE n.kind = 'network';
INSERT INTO search_name_words (rowid, name)
SELECT n.seq, COALESCE(v.words, '') FROM search_names n LEFT JOIN search_organisers v ON v.id = n.id WHERE n.kind = 'organiser';
INSERT INTO search_name_words (search_name_words) VALUES ('optimize');
