-- Comments that answer a comment, those that somebody who asked calls the answer, and who thanked whom for what.
-- The first comment of the thread; nothing for that comment itself.
ALTER TABLE comments ADD COLUMN thread_id blob;
-- Who asked, and says that this is the answer.
ALTER TABLE comments ADD COLUMN accepted_by blob;
ALTER TABLE comments ADD COLUMN accepted_at text;

CREATE TABLE thanks (
    -- A story or a comment.
    subject_id blob NOT NULL,
    person_id blob NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    -- The story that it is, or that it stands under.
    post_id blob NOT NULL REFERENCES posts (id) ON DELETE CASCADE,
    thanked_at text NOT NULL,
    PRIMARY KEY (subject_id, person_id)
) STRICT;
CREATE INDEX thanks_by_post ON thanks (post_id);
