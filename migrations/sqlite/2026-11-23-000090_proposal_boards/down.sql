DROP TABLE proposal_drafts;
DROP TABLE proposal_changes;
ALTER TABLE round_searches DROP COLUMN improves;
ALTER TABLE proposal_groups DROP COLUMN frozen_at;
ALTER TABLE proposal_places DROP COLUMN locked_at;
