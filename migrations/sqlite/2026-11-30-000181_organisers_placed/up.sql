-- Organisers are shown in the order of this column, municipalities first. With it beside the words, a common word in their names
-- (skola) is looked up ten times in the table of organisers, not as often as it is found.
ALTER TABLE search_names ADD COLUMN place text NOT NULL DEFAULT '';
UPDATE search_names SET place = (
    SELECT CASE o.kind WHEN 'municipality' THEN '1' ELSE '2' END || o.name FROM organisers o WHERE CAST(o.code AS blob) = search_names.id
) WHERE kind = 'organiser';

DROP TRIGGER search_organisers_new;
CREATE TRIGGER search_organisers_new AFTER INSERT ON organisers BEGIN
    INSERT INTO search_names (kind, id, place)
    VALUES ('organiser', CAST(new.code AS blob), CASE new.kind WHEN 'municipality' THEN '1' ELSE '2' END || new.name);
    INSERT INTO search_name_words (rowid, name)
    SELECT seq, COALESCE((SELECT words FROM search_organisers v WHERE v.id = n.id), '') FROM search_names n WHERE n.id = CAST(new.code AS blob);
END;
CREATE TRIGGER search_organisers_placed AFTER UPDATE OF name, kind ON organisers BEGIN
    UPDATE search_names SET place = CASE new.kind WHEN 'municipality' THEN '1' ELSE '2' END || new.name
    WHERE id = CAST(new.code AS blob);
END;
