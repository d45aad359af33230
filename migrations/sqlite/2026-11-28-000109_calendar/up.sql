-- Answers that come back from calendar programs, and reminders in the calendar.

-- The address that invitations are answered to, without what makes it personal: an invitation must keep its organizer for ever.
ALTER TABLE meetups ADD COLUMN reply_address text;
-- When the answer was given in a calendar program, by its clock: what is sent twice or late does not overturn what is newer.
ALTER TABLE answers ADD COLUMN stamp text;
-- Minutes before a meetup that one's calendar reminds; none when it does not.
ALTER TABLE people ADD COLUMN calendar_alarm integer;
ALTER TABLE outbox ADD COLUMN reply_to text;

-- Mail that came in and was dealt with, by its place in the mailbox; nothing of what it said or who wrote it.
CREATE TABLE inbound_mails (
    place_hash text NOT NULL PRIMARY KEY,
    handler text NOT NULL,
    outcome text NOT NULL,
    handled_at text NOT NULL
) STRICT;
CREATE INDEX inbound_mails_by_age ON inbound_mails (handled_at);
