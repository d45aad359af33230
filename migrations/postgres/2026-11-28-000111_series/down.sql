DROP INDEX meetups_by_series;
ALTER TABLE meetups DROP COLUMN held_back;
ALTER TABLE meetups DROP COLUMN series_id;
