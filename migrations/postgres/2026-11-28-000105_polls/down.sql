DROP TABLE poll_answers;
DROP TABLE poll_slots;
DROP TABLE polls;
