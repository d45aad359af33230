-- What is written after a meetup: its notes with every version and each writer's draft, what was decided and promised,
-- links, and what people thought of it. And whether those who had not answered an invitation were reminded by hand.
CREATE TABLE notes (
    meetup_id uuid NOT NULL PRIMARY KEY REFERENCES meetups (id) ON DELETE CASCADE,
    -- The number of the latest version.
    version integer NOT NULL,
    first_saved_at timestamp NOT NULL,
    finished_at timestamp,
    finished_by uuid REFERENCES people (id),
    -- When the mail that gathers everything was queued.
    followed_up_at timestamp
);
CREATE INDEX notes_to_follow_up ON notes (first_saved_at) WHERE followed_up_at IS NULL;

CREATE TABLE note_versions (
    meetup_id uuid NOT NULL REFERENCES notes (meetup_id) ON DELETE CASCADE,
    version integer NOT NULL,
    markdown text NOT NULL,
    written_by uuid NOT NULL REFERENCES people (id),
    written_at timestamp NOT NULL,
    PRIMARY KEY (meetup_id, version)
);

CREATE TABLE note_drafts (
    meetup_id uuid NOT NULL REFERENCES meetups (id) ON DELETE CASCADE,
    person_id uuid NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    -- The version that it was begun from.
    version integer NOT NULL,
    markdown text NOT NULL,
    saved_at timestamp NOT NULL,
    PRIMARY KEY (meetup_id, person_id)
);

CREATE TABLE outcomes (
    id uuid NOT NULL PRIMARY KEY,
    meetup_id uuid NOT NULL REFERENCES meetups (id) ON DELETE CASCADE,
    group_id uuid NOT NULL REFERENCES groups (id) ON DELETE CASCADE,
    kind text NOT NULL CHECK (kind IN ('decision', 'promise')),
    text text NOT NULL,
    -- Who promised; none: the group.
    seat_id uuid REFERENCES seats (id),
    due_on date,
    done_at timestamp,
    done_by uuid REFERENCES people (id),
    created_by uuid NOT NULL REFERENCES people (id),
    created_at timestamp NOT NULL,
    CHECK (kind = 'promise' OR (seat_id IS NULL AND due_on IS NULL AND done_at IS NULL))
);
CREATE INDEX outcomes_by_group ON outcomes (group_id, created_at);
CREATE INDEX outcomes_open ON outcomes (group_id, kind) WHERE done_at IS NULL;

CREATE TABLE materials (
    id uuid NOT NULL PRIMARY KEY,
    meetup_id uuid NOT NULL REFERENCES meetups (id) ON DELETE CASCADE,
    group_id uuid NOT NULL REFERENCES groups (id) ON DELETE CASCADE,
    title text NOT NULL,
    url text NOT NULL,
    visible_from timestamp NOT NULL,
    added_by uuid NOT NULL REFERENCES people (id),
    added_at timestamp NOT NULL
);
CREATE INDEX materials_by_group ON materials (group_id, added_at);

CREATE TABLE opinions (
    meetup_id uuid NOT NULL REFERENCES meetups (id) ON DELETE CASCADE,
    person_id uuid NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    useful text NOT NULL CHECK (useful IN ('yes', 'partly', 'no')),
    better text NOT NULL,
    answered_at timestamp NOT NULL,
    PRIMARY KEY (meetup_id, person_id)
);

ALTER TABLE meetups ADD COLUMN nudged_at timestamp;
