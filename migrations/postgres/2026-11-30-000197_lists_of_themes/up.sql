-- How often the coordinators of a network have changed its list of themes: says whether what was read before still holds.
ALTER TABLE networks ADD COLUMN themes_edition integer NOT NULL DEFAULT 0;
UPDATE networks SET themes_edition = 1 WHERE EXISTS (SELECT 1 FROM themes WHERE themes.network_id = networks.id);
