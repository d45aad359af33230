-- The seat of an organiser that is asked before stories of its people are read beyond their group.
CREATE TABLE organiser_approvers (
    organiser_code text NOT NULL PRIMARY KEY REFERENCES organisers (code) ON DELETE CASCADE,
    seat_id uuid NOT NULL REFERENCES seats (id) ON DELETE CASCADE,
    chosen_by uuid REFERENCES people (id) ON DELETE SET NULL,
    chosen_at timestamp NOT NULL
);
CREATE INDEX organiser_approvers_by_seat ON organiser_approvers (seat_id);

-- What an organiser's approver is or was asked: whether more people may read a story.
CREATE TABLE approvals (
    id uuid NOT NULL PRIMARY KEY,
    post_id uuid NOT NULL REFERENCES posts (id) ON DELETE CASCADE,
    organiser_code text NOT NULL REFERENCES organisers (code) ON DELETE CASCADE,
    -- Who read it when this was asked, and who are to.
    before text NOT NULL CHECK (before IN ('group', 'network', 'public')),
    wanted text NOT NULL CHECK (wanted IN ('group', 'network', 'public')),
    -- Names to put other words in the place of: JSON, and the language of these words.
    names text NOT NULL,
    lang text NOT NULL,
    state text NOT NULL CHECK (state IN ('waiting', 'approved', 'returned', 'withdrawn', 'reversed', 'vacant', 'own')),
    -- What the approver wrote.
    message text NOT NULL,
    asked_at timestamp NOT NULL,
    settled_at timestamp,
    settled_by uuid REFERENCES people (id) ON DELETE SET NULL
);
CREATE INDEX approvals_by_post ON approvals (post_id, id);
CREATE UNIQUE INDEX approvals_waiting ON approvals (post_id) WHERE state = 'waiting';
