-- The coordinator who hides a comment, and why. A hidden comment is withdrawn too, so that nothing tells of it; shown again, it
-- stands again.
ALTER TABLE comments ADD COLUMN hidden_by blob;
ALTER TABLE comments ADD COLUMN hidden_why text;

-- What readers find wrong with a story or a comment.
CREATE TABLE reports (
    -- A story or a comment.
    subject_id blob NOT NULL,
    person_id blob NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    -- The story that it is, or that it stands under.
    post_id blob NOT NULL REFERENCES posts (id) ON DELETE CASCADE,
    reason text NOT NULL,
    reported_at text NOT NULL,
    PRIMARY KEY (subject_id, person_id)
) STRICT;
