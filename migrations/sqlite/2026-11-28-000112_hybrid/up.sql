-- The municipality that the place of a meetup is in, by its code; none when it is not said, or when there is no place.
ALTER TABLE meetups ADD COLUMN municipality text;
-- Whether who says yes to a meetup in a room and online at once is there online. False at all other meetups.
ALTER TABLE answers ADD COLUMN online integer NOT NULL DEFAULT 0;
