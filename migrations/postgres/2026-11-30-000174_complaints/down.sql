DELETE FROM stopped_addresses WHERE lists_only;
ALTER TABLE stopped_addresses DROP COLUMN lists_only;
DROP TABLE complaints;
