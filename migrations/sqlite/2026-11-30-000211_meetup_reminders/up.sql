-- How long before a meetup somebody is reminded of it by mail.
ALTER TABLE people ADD COLUMN meetup_reminders text NOT NULL DEFAULT 'day';
