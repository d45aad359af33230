-- Themes that a network keeps beside those that everybody has. A free one was named by an author and is not in the list of its
-- network; one that was merged into another stands for that one.
ALTER TABLE themes ADD COLUMN id uuid;
UPDATE themes SET id = gen_random_uuid();
ALTER TABLE themes ALTER COLUMN id SET NOT NULL;
CREATE UNIQUE INDEX themes_by_id ON themes (id);
ALTER TABLE themes ADD COLUMN network_id uuid REFERENCES networks (id) ON DELETE CASCADE;
ALTER TABLE themes ADD COLUMN listed boolean NOT NULL DEFAULT true;
ALTER TABLE themes ADD COLUMN merged_into text REFERENCES themes (slug);
CREATE INDEX themes_by_network ON themes (network_id) WHERE network_id IS NOT NULL;

-- Themes that a network does not offer to those who write.
CREATE TABLE put_away_themes (
    network_id uuid NOT NULL REFERENCES networks (id) ON DELETE CASCADE,
    theme_slug text NOT NULL REFERENCES themes (slug),
    put_away_by uuid REFERENCES people (id) ON DELETE SET NULL,
    put_away_at timestamp NOT NULL,
    PRIMARY KEY (network_id, theme_slug)
);
