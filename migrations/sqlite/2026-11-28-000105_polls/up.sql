-- Which time suits a group: slots that somebody proposes, what each seat says of each, and what came of it.
CREATE TABLE polls (
    id blob NOT NULL PRIMARY KEY,
    group_id blob NOT NULL REFERENCES groups (id) ON DELETE CASCADE,
    title text NOT NULL,
    place text NOT NULL,
    link text NOT NULL,
    time_zone text NOT NULL,
    answer_by text,
    -- The number of the next slot: numbers are never used again.
    next_slot integer NOT NULL,
    revision integer NOT NULL,
    created_by blob REFERENCES people (id),
    created_at text NOT NULL,
    updated_at text NOT NULL,
    reminded_at text,
    closed_at text,
    closed_by blob REFERENCES people (id),
    why text NOT NULL,
    chosen integer,
    meetup_id blob REFERENCES meetups (id),
    CHECK ((chosen IS NULL) = (meetup_id IS NULL)),
    CHECK (chosen IS NULL OR closed_at IS NOT NULL)
) STRICT;
CREATE INDEX polls_open ON polls (group_id) WHERE closed_at IS NULL;
CREATE INDEX polls_by_group ON polls (group_id, created_at);

CREATE TABLE poll_slots (
    poll_id blob NOT NULL REFERENCES polls (id) ON DELETE CASCADE,
    number integer NOT NULL,
    starts_at text NOT NULL,
    ends_at text NOT NULL,
    PRIMARY KEY (poll_id, number),
    CHECK (ends_at > starts_at)
) STRICT;
CREATE UNIQUE INDEX poll_slots_once ON poll_slots (poll_id, starts_at, ends_at);

CREATE TABLE poll_answers (
    poll_id blob NOT NULL,
    number integer NOT NULL,
    seat_id blob NOT NULL REFERENCES seats (id) ON DELETE CASCADE,
    answer text NOT NULL CHECK (answer IN ('yes', 'if-need-be', 'no')),
    answered_by blob,
    answered_at text NOT NULL,
    PRIMARY KEY (poll_id, number, seat_id),
    FOREIGN KEY (poll_id, number) REFERENCES poll_slots (poll_id, number) ON DELETE CASCADE
) STRICT;
CREATE INDEX poll_answers_by_seat ON poll_answers (seat_id);
