ALTER TABLE registrations DROP COLUMN availability;
ALTER TABLE people DROP COLUMN availability;
