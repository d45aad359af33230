-- Organisers that coordinators keep apart in a network; `one` is the code that comes first.
CREATE TABLE network_rivals (
    id uuid NOT NULL PRIMARY KEY,
    network_id uuid NOT NULL REFERENCES networks (id) ON DELETE CASCADE,
    one text NOT NULL REFERENCES organisers (code) ON DELETE CASCADE,
    two text NOT NULL REFERENCES organisers (code) ON DELETE CASCADE,
    said_by uuid REFERENCES people (id),
    said_at timestamp NOT NULL
);
CREATE UNIQUE INDEX network_rivals_once ON network_rivals (network_id, one, two);
