DROP TABLE reports;
ALTER TABLE comments DROP COLUMN hidden_why;
ALTER TABLE comments DROP COLUMN hidden_by;
