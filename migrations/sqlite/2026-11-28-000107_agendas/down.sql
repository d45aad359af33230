DROP TABLE attendances;
DROP TABLE meetup_roles;
DROP TABLE question_interests;
DROP TABLE questions;
ALTER TABLE meetups DROP COLUMN guests;
ALTER TABLE meetups DROP COLUMN guide;
