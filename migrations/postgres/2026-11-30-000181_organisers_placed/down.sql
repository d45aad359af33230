CREATE OR REPLACE FUNCTION search_organiser_changes() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP <> 'INSERT' THEN
        DELETE FROM search_names WHERE key = old.code;
    END IF;
    IF TG_OP <> 'DELETE' THEN
        INSERT INTO search_names SELECT v.key, v.kind, v.words FROM search_organisers v WHERE v.id = new.code;
    END IF;
    RETURN NULL;
END $$;
DROP TRIGGER search_organiser_changes ON organisers;
CREATE TRIGGER search_organiser_changes AFTER INSERT OR UPDATE OF search_name OR DELETE ON organisers
FOR EACH ROW EXECUTE FUNCTION search_organiser_changes();
ALTER TABLE search_names DROP COLUMN place;
