-- Fewest in a group that coordinators have said is enough; none: what its round says.
ALTER TABLE groups ADD COLUMN least integer;

-- "This group does not work for me": who said it of which group, why, and what became of it.
CREATE TABLE objections (
    id blob NOT NULL PRIMARY KEY,
    group_id blob NOT NULL REFERENCES groups (id) ON DELETE CASCADE,
    seat_id blob NOT NULL REFERENCES seats (id) ON DELETE CASCADE,
    -- The reason is for whoever wrote it, not for who holds the seat later.
    person_id blob NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    kind text NOT NULL CHECK (kind IN ('distance', 'conditions', 'people', 'format', 'time', 'other')),
    message text NOT NULL,
    state text NOT NULL CHECK (state IN ('open', 'moved', 'answered', 'withdrawn')),
    answer text NOT NULL,
    created_at text NOT NULL,
    decided_by blob REFERENCES people (id),
    decided_at text
) STRICT;
-- One at a time.
CREATE UNIQUE INDEX objections_once ON objections (group_id, seat_id) WHERE state = 'open';
-- Those of a person in a group: read whenever the page of the group is shown.
CREATE INDEX objections_by_person ON objections (person_id, group_id);
