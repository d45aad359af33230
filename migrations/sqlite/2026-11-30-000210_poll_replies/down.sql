DROP TRIGGER poll_replies_changed;
DROP TRIGGER poll_replies_gone;
DROP TRIGGER poll_replies_new;
DROP TABLE poll_replies;
