-- What search looks in for names holds who may find them too, so that nothing is found that is then thrown away: a term
-- of a rune, which nobody types, and a letter for everybody who may (src/posts/names.rs). What nobody may find has no
-- row. Organisers stand under every ending of their names, so that any part of a word finds them.
DROP INDEX networks_by_word;
DROP INDEX groups_by_word;
DROP INDEX people_by_word;

-- `key` is an identifier or the code of an organiser.
CREATE TABLE search_names (
    key text NOT NULL PRIMARY KEY,
    kind text NOT NULL CHECK (kind IN ('person', 'group', 'network', 'organiser')),
    words tsvector NOT NULL
);
CREATE INDEX search_names_by_word ON search_names USING gin (words);

CREATE FUNCTION search_term(letter text, id uuid) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT 'ᚦ' || letter || replace(id::text, '-', '')
$$;

CREATE VIEW search_people (id, key, kind, words) AS
SELECT p.id, p.id::text, 'person', search_words(p.name) || array_to_tsvector(ARRAY(
    SELECT DISTINCT search_term('n', m.network_id) FROM seats s JOIN network_memberships m ON m.seat_id = s.id
    WHERE s.person_id = p.id AND m.state = 'active') || 'ᚦa'::text)
FROM people p WHERE NOT p.protected AND p.disabled_at IS NULL AND p.confirmed_at IS NOT NULL;

CREATE VIEW search_groups (id, key, kind, words) AS
SELECT g.id, g.id::text, 'group', search_words(g.name) || array_to_tsvector(
    ARRAY['ᚦa', search_term('g', g.id), search_term('c', g.network_id),
          CASE WHEN g.open THEN search_term('n', g.network_id) ELSE 'ᚦa' END])
FROM groups g WHERE g.closed_at IS NULL;

CREATE VIEW search_networks (id, key, kind, words) AS
SELECT w.id, w.id::text, 'network', search_words(w.name) || array_to_tsvector(
    ARRAY['ᚦa', search_term('n', w.id), CASE w.visibility WHEN 'public' THEN 'ᚦp' ELSE 'ᚦa' END])
FROM networks w WHERE w.archived_at IS NULL;

CREATE VIEW search_organisers (id, key, kind, words) AS
SELECT o.code, o.code, 'organiser', array_to_tsvector(ARRAY['ᚦa', 'ᚦp']) || search_words((
    SELECT string_agg(substr(o.search_name, at), ' ') FROM generate_series(1, length(o.search_name)) at))
FROM organisers o;

CREATE FUNCTION search_person_changes() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP <> 'INSERT' THEN
        DELETE FROM search_names WHERE key = old.id::text;
    END IF;
    IF TG_OP <> 'DELETE' THEN
        INSERT INTO search_names SELECT v.key, v.kind, v.words FROM search_people v WHERE v.id = new.id;
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER search_person_changes AFTER INSERT OR UPDATE OF name, protected, disabled_at, confirmed_at OR DELETE ON people
FOR EACH ROW EXECUTE FUNCTION search_person_changes();

CREATE FUNCTION search_group_changes() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP <> 'INSERT' THEN
        DELETE FROM search_names WHERE key = old.id::text;
    END IF;
    IF TG_OP <> 'DELETE' THEN
        INSERT INTO search_names SELECT v.key, v.kind, v.words FROM search_groups v WHERE v.id = new.id;
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER search_group_changes AFTER INSERT OR UPDATE OF name, open, closed_at OR DELETE ON groups
FOR EACH ROW EXECUTE FUNCTION search_group_changes();

CREATE FUNCTION search_network_changes() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP <> 'INSERT' THEN
        DELETE FROM search_names WHERE key = old.id::text;
    END IF;
    IF TG_OP <> 'DELETE' THEN
        INSERT INTO search_names SELECT v.key, v.kind, v.words FROM search_networks v WHERE v.id = new.id;
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER search_network_changes AFTER INSERT OR UPDATE OF name, visibility, archived_at OR DELETE ON networks
FOR EACH ROW EXECUTE FUNCTION search_network_changes();

CREATE FUNCTION search_organiser_changes() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP <> 'INSERT' THEN
        DELETE FROM search_names WHERE key = old.code;
    END IF;
    IF TG_OP <> 'DELETE' THEN
        INSERT INTO search_names SELECT v.key, v.kind, v.words FROM search_organisers v WHERE v.id = new.code;
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER search_organiser_changes AFTER INSERT OR UPDATE OF search_name OR DELETE ON organisers
FOR EACH ROW EXECUTE FUNCTION search_organiser_changes();

-- A person is found by those who share a network.
CREATE FUNCTION search_learn(person uuid) RETURNS void LANGUAGE sql AS $$
    UPDATE search_names n SET words = v.words FROM search_people v WHERE v.id = person AND n.key = person::text
$$;

CREATE FUNCTION search_membership_changes() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' THEN
        PERFORM search_learn(s.person_id) FROM seats s WHERE s.id = old.seat_id;
    ELSE
        PERFORM search_learn(s.person_id) FROM seats s WHERE s.id = new.seat_id;
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER search_membership_changes AFTER INSERT OR UPDATE OF state OR DELETE ON network_memberships
FOR EACH ROW EXECUTE FUNCTION search_membership_changes();

CREATE FUNCTION search_seat_changes() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM search_learn(old.person_id);
    IF TG_OP = 'UPDATE' THEN
        PERFORM search_learn(new.person_id);
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER search_seat_changes AFTER UPDATE OF person_id OR DELETE ON seats
FOR EACH ROW EXECUTE FUNCTION search_seat_changes();

INSERT INTO search_names SELECT key, kind, words FROM search_people;
INSERT INTO search_names SELECT key, kind, words FROM search_groups;
INSERT INTO search_names SELECT key, kind, words FROM search_networks;
INSERT INTO search_names SELECT key, kind, words FROM search_organisers;
