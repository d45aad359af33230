-- What a coordinator has locked: a search leaves it as it is.
ALTER TABLE proposal_places ADD COLUMN locked_at timestamp;
ALTER TABLE proposal_groups ADD COLUMN frozen_at timestamp;
-- Whether a search starts from the groups as they stand.
ALTER TABLE round_searches ADD COLUMN improves boolean NOT NULL DEFAULT false;

-- Changes to a proposal, each with what it replaced (JSON), so that it can be undone.
CREATE TABLE proposal_changes (
    id uuid NOT NULL PRIMARY KEY,
    round_id uuid NOT NULL REFERENCES rounds (id) ON DELETE CASCADE,
    kind text NOT NULL CHECK (kind IN ('move', 'swap', 'out', 'lock', 'unlock', 'freeze', 'unfreeze', 'rename', 'improve', 'anew', 'take_up')),
    about text NOT NULL,
    before text NOT NULL,
    made_by uuid REFERENCES people (id),
    made_at timestamp NOT NULL
);
-- The latest of a round: read at every look at the board, and cut after so many at every change.
CREATE INDEX proposal_changes_by_round ON proposal_changes (round_id, id);

-- Proposals put aside under a name: what they hold, and their figures for comparing (both JSON).
CREATE TABLE proposal_drafts (
    id uuid NOT NULL PRIMARY KEY,
    round_id uuid NOT NULL REFERENCES rounds (id) ON DELETE CASCADE,
    name text NOT NULL,
    content text NOT NULL,
    figures text NOT NULL,
    kept_by uuid REFERENCES people (id),
    kept_at timestamp NOT NULL
);
-- Those of a round, in the order in which they were put aside.
CREATE INDEX proposal_drafts_by_round ON proposal_drafts (round_id, id);
