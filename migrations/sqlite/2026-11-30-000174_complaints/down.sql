DELETE FROM stopped_addresses WHERE lists_only = 1;
ALTER TABLE stopped_addresses DROP COLUMN lists_only;
DROP TABLE complaints;
