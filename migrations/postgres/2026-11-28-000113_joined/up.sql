-- Whether an answer was carried over from the poll that the meetup came of, and nobody has confirmed or changed it since.
ALTER TABLE answers ADD COLUMN polled boolean NOT NULL DEFAULT false;
CREATE INDEX polls_by_meetup ON polls (meetup_id);
