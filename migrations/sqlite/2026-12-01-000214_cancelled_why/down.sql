ALTER TABLE meetups DROP COLUMN cancelled_why;
