ALTER TABLE answers DROP COLUMN online;
ALTER TABLE meetups DROP COLUMN municipality;
