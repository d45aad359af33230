-- Digests look back some minutes further than the one before, for what was written down late. What they told of those
-- minutes is kept until the next digest, so that nothing is told twice. Read and emptied by person.
CREATE TABLE digest_items (
    person_id uuid NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    item_id uuid NOT NULL,
    dated_at timestamp NOT NULL,
    PRIMARY KEY (person_id, item_id, dated_at)
);
