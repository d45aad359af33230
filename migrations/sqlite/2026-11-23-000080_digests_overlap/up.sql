-- Digests look back some minutes further than the one before, for what was written down late. What they told of those
-- minutes is kept until the next digest, so that nothing is told twice. Read and emptied by person.
CREATE TABLE digest_items (
    person_id blob NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    item_id blob NOT NULL,
    dated_at text NOT NULL,
    PRIMARY KEY (person_id, item_id, dated_at)
) STRICT, WITHOUT ROWID;
