-- What was said when a meetup was cancelled.
ALTER TABLE meetups ADD COLUMN cancelled_why text NOT NULL DEFAULT '';
