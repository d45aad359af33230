-- When the members of the network were called to register, and called again before the last day.
ALTER TABLE rounds ADD COLUMN called_at text;
ALTER TABLE rounds ADD COLUMN reminded_at text;

-- Who wants no calls from a network.
CREATE TABLE network_mutes (
    network_id blob NOT NULL REFERENCES networks (id) ON DELETE CASCADE,
    person_id blob NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    muted_at text NOT NULL,
    PRIMARY KEY (network_id, person_id)
) STRICT;
