-- Organisers are shown in the order of this column, municipalities first. With it beside the words, a common word in their names
-- (skola) is looked up ten times in the table of organisers, not as often as it is found.
ALTER TABLE search_names ADD COLUMN place text NOT NULL DEFAULT '';
UPDATE search_names n SET place = CASE o.kind WHEN 'municipality' THEN '1' ELSE '2' END || o.name
FROM organisers o WHERE o.code = n.key AND n.kind = 'organiser';

CREATE OR REPLACE FUNCTION search_organiser_changes() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP <> 'INSERT' THEN
        DELETE FROM search_names WHERE key = old.code;
    END IF;
    IF TG_OP <> 'DELETE' THEN
        INSERT INTO search_names (key, kind, words, place)
        SELECT v.key, v.kind, v.words, CASE new.kind WHEN 'municipality' THEN '1' ELSE '2' END || new.name
        FROM search_organisers v WHERE v.id = new.code;
    END IF;
    RETURN NULL;
END $$;
DROP TRIGGER search_organiser_changes ON organisers;
CREATE TRIGGER search_organiser_changes AFTER INSERT OR UPDATE OF search_name, name, kind OR DELETE ON organisers
FOR EACH ROW EXECUTE FUNCTION search_organiser_changes();
