DROP TRIGGER poll_replies_changed_to ON poll_answers;
DROP TRIGGER poll_replies_changed_from ON poll_answers;
DROP TRIGGER poll_replies_gone ON poll_answers;
DROP TRIGGER poll_replies_new ON poll_answers;
DROP FUNCTION poll_replies_keep;
DROP TABLE poll_replies;
