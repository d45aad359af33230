-- How often somebody wants what is new in a group or a network, where they have said so. Read by person in batches; by place when
-- a story is mailed at once.
CREATE TABLE subscriptions (
    person_id blob NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    -- A group or a network.
    place_id blob NOT NULL,
    frequency text NOT NULL CHECK (frequency IN ('at_once', 'daily', 'weekly', 'never')),
    chosen_at text NOT NULL,
    PRIMARY KEY (person_id, place_id)
) STRICT;
CREATE INDEX subscriptions_by_place ON subscriptions (place_id, frequency);
-- Who has chosen otherwise is asked for every digest.
CREATE INDEX subscriptions_by_frequency ON subscriptions (frequency, person_id);
-- How often the members of a group get what is new in it, unless they have chosen; none: as they get everything.
ALTER TABLE groups ADD COLUMN digest_default text;
CREATE INDEX groups_by_digest_default ON groups (digest_default) WHERE digest_default IS NOT NULL;
-- Whether stories come at once where nothing else is chosen; digest_frequency is daily then.
ALTER TABLE people ADD COLUMN stories_at_once integer NOT NULL DEFAULT 0;
