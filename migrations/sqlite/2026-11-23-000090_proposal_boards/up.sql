-- What a coordinator has locked: a search leaves it as it is.
ALTER TABLE proposal_places ADD COLUMN locked_at text;
ALTER TABLE proposal_groups ADD COLUMN frozen_at text;
-- Whether a search starts from the groups as they stand.
ALTER TABLE round_searches ADD COLUMN improves integer NOT NULL DEFAULT 0;

-- Changes to a proposal, each with what it replaced (JSON), so that it can be undone.
CREATE TABLE proposal_changes (
    id blob NOT NULL PRIMARY KEY,
    round_id blob NOT NULL REFERENCES rounds (id) ON DELETE CASCADE,
    kind text NOT NULL CHECK (kind IN ('move', 'swap', 'out', 'lock', 'unlock', 'freeze', 'unfreeze', 'rename', 'improve', 'anew', 'take_up')),
    about text NOT NULL,
    before text NOT NULL,
    made_by blob REFERENCES people (id),
    made_at text NOT NULL
) STRICT;
-- The latest of a round: read at every look at the board, and cut after so many at every change.
CREATE INDEX proposal_changes_by_round ON proposal_changes (round_id, id);

-- Proposals put aside under a name: what they hold, and their figures for comparing (both JSON).
CREATE TABLE proposal_drafts (
    id blob NOT NULL PRIMARY KEY,
    round_id blob NOT NULL REFERENCES rounds (id) ON DELETE CASCADE,
    name text NOT NULL,
    content text NOT NULL,
    figures text NOT NULL,
    kept_by blob REFERENCES people (id),
    kept_at text NOT NULL
) STRICT;
-- Those of a round, in the order in which they were put aside.
CREATE INDEX proposal_drafts_by_round ON proposal_drafts (round_id, id);
