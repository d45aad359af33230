-- Meetups that were proposed together share a series. Only the next of them is invited to: the invitations to later ones are
-- held back.
ALTER TABLE meetups ADD COLUMN series_id uuid;
ALTER TABLE meetups ADD COLUMN held_back boolean NOT NULL DEFAULT false;
CREATE INDEX meetups_by_series ON meetups (series_id, starts_at) WHERE series_id IS NOT NULL;
