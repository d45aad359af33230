ALTER TABLE sessions DROP COLUMN device;
DROP TABLE uploads;
