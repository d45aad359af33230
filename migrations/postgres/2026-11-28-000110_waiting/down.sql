ALTER TABLE answers DROP COLUMN waiting;
