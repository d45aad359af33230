-- When the members of the network were called to register, and called again before the last day.
ALTER TABLE rounds ADD COLUMN called_at timestamp;
ALTER TABLE rounds ADD COLUMN reminded_at timestamp;

-- Who wants no calls from a network.
CREATE TABLE network_mutes (
    network_id uuid NOT NULL REFERENCES networks (id) ON DELETE CASCADE,
    person_id uuid NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    muted_at timestamp NOT NULL,
    PRIMARY KEY (network_id, person_id)
);
