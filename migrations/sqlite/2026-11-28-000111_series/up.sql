-- Meetups that were proposed together share a series. Only the next of them is invited to: the invitations to later ones are
-- held back.
ALTER TABLE meetups ADD COLUMN series_id blob;
ALTER TABLE meetups ADD COLUMN held_back integer NOT NULL DEFAULT 0 CHECK (held_back IN (0, 1));
CREATE INDEX meetups_by_series ON meetups (series_id, starts_at) WHERE series_id IS NOT NULL;
