-- A search for groups that works in the background: there while it runs, one a round.
CREATE TABLE round_searches (
    round_id uuid NOT NULL PRIMARY KEY REFERENCES rounds (id) ON DELETE CASCADE,
    seed bigint NOT NULL,
    begun_by uuid REFERENCES people (id),
    begun_at timestamp NOT NULL,
    done_per_mille integer NOT NULL CHECK (done_per_mille BETWEEN 0 AND 1000),
    seen_at timestamp NOT NULL,
    stopped_at timestamp
);
