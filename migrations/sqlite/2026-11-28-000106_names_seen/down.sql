DROP TRIGGER search_people_new;
DROP TRIGGER search_people_changed;
DROP TRIGGER search_people_gone;
DROP TRIGGER search_groups_new;
DROP TRIGGER search_groups_changed;
DROP TRIGGER search_groups_gone;
DROP TRIGGER search_networks_new;
DROP TRIGGER search_networks_changed;
DROP TRIGGER search_networks_gone;
DROP TRIGGER search_organisers_new;
DROP TRIGGER search_organisers_changed;
DROP TRIGGER search_organisers_gone;
DROP TRIGGER search_memberships_new;
DROP TRIGGER search_memberships_changed;
DROP TRIGGER search_memberships_gone;
DROP TRIGGER search_seats_changed;
DROP TRIGGER search_seats_gone;
DROP VIEW search_people;
DROP VIEW search_groups;
DROP VIEW search_networks;
DROP VIEW search_organisers;
DROP TABLE search_name_words;
DROP TABLE search_names;

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
