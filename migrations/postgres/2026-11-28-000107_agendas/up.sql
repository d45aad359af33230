-- What a group wants to talk about when it meets, by which guide, who does what, and who came.
ALTER TABLE meetups ADD COLUMN guide text;
-- Who else came: how many, or their names.
ALTER TABLE meetups ADD COLUMN guests text;

CREATE TABLE questions (
    id uuid NOT NULL PRIMARY KEY,
    meetup_id uuid NOT NULL REFERENCES meetups (id) ON DELETE CASCADE,
    seat_id uuid NOT NULL REFERENCES seats (id) ON DELETE CASCADE,
    title text NOT NULL,
    details text NOT NULL,
    created_by uuid REFERENCES people (id),
    created_at timestamp NOT NULL,
    updated_at timestamp NOT NULL,
    withdrawn_at timestamp,
    withdrawn_by uuid REFERENCES people (id),
    CHECK ((withdrawn_at IS NULL) = (withdrawn_by IS NULL))
);
CREATE INDEX questions_by_meetup ON questions (meetup_id, created_at);
CREATE INDEX questions_by_seat ON questions (seat_id);

-- Who else wants to talk about it.
CREATE TABLE question_interests (
    question_id uuid NOT NULL REFERENCES questions (id) ON DELETE CASCADE,
    seat_id uuid NOT NULL REFERENCES seats (id) ON DELETE CASCADE,
    created_at timestamp NOT NULL,
    PRIMARY KEY (question_id, seat_id)
);
CREATE INDEX question_interests_by_seat ON question_interests (seat_id);

-- Who does what at a meetup; who gave a role up keeps the row, so that it is not proposed to them again.
CREATE TABLE meetup_roles (
    meetup_id uuid NOT NULL REFERENCES meetups (id) ON DELETE CASCADE,
    role text NOT NULL CHECK (role IN ('host', 'facilitator', 'note-taker')),
    seat_id uuid NOT NULL REFERENCES seats (id) ON DELETE CASCADE,
    given_by uuid REFERENCES people (id),
    given_at timestamp NOT NULL,
    given_up_at timestamp,
    PRIMARY KEY (meetup_id, role)
);
CREATE INDEX meetup_roles_by_seat ON meetup_roles (seat_id);

-- Who came, by seat, and who held it then.
CREATE TABLE attendances (
    meetup_id uuid NOT NULL REFERENCES meetups (id) ON DELETE CASCADE,
    seat_id uuid NOT NULL REFERENCES seats (id) ON DELETE CASCADE,
    person_id uuid REFERENCES people (id),
    noted_by uuid REFERENCES people (id),
    noted_at timestamp NOT NULL,
    PRIMARY KEY (meetup_id, seat_id)
);
CREATE INDEX attendances_by_seat ON attendances (seat_id);
