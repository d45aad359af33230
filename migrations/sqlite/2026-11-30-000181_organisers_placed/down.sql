DROP TRIGGER search_organisers_placed;
DROP TRIGGER search_organisers_new;
CREATE TRIGGER search_organisers_new AFTER INSERT ON organisers BEGIN
    INSERT INTO search_names (kind, id) VALUES ('organiser', CAST(new.code AS blob));
    INSERT INTO search_name_words (rowid, name)
    SELECT seq, COALESCE((SELECT words FROM search_organisers v WHERE v.id = n.id), '') FROM search_names n WHERE n.id = CAST(new.code AS blob);
END;
ALTER TABLE search_names DROP COLUMN place;
