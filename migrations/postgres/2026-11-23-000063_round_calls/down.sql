DROP TABLE network_mutes;
ALTER TABLE rounds DROP COLUMN reminded_at;
ALTER TABLE rounds DROP COLUMN called_at;
