DROP INDEX polls_by_meetup;
ALTER TABLE answers DROP COLUMN polled;
