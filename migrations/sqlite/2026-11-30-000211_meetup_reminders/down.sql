ALTER TABLE people DROP COLUMN meetup_reminders;
