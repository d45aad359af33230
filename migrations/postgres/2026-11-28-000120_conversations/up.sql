-- Comments that answer a comment, those that somebody who asked calls the answer, and who thanked whom for what.
-- The first comment of the thread; nothing for that comment itself.
ALTER TABLE comments ADD COLUMN thread_id uuid;
-- Who asked, and says that this is the answer.
ALTER TABLE comments ADD COLUMN accepted_by uuid;
ALTER TABLE comments ADD COLUMN accepted_at timestamp;

CREATE TABLE thanks (
    -- A story or a comment.
    subject_id uuid NOT NULL,
    person_id uuid NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    -- The story that it is, or that it stands under.
    post_id uuid NOT NULL REFERENCES posts (id) ON DELETE CASCADE,
    thanked_at timestamp NOT NULL,
    PRIMARY KEY (subject_id, person_id)
);
CREATE INDEX thanks_by_post ON thanks (post_id);
