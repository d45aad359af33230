-- What each seat says of all slots of a poll, in one row: `1yes 2no 3if-need-be`. 40 people and 20 slots are 40 rows to read
-- instead of 800. Kept by the answers themselves, whichever program writes them, and gone with them.
CREATE TABLE poll_replies (
    poll_id blob NOT NULL,
    seat_id blob NOT NULL,
    answers text NOT NULL,
    PRIMARY KEY (poll_id, seat_id)
) STRICT, WITHOUT ROWID;

INSERT INTO poll_replies (poll_id, seat_id, answers)
SELECT poll_id, seat_id, group_concat(number || answer, ' ') FROM poll_answers GROUP BY poll_id, seat_id;

CREATE TRIGGER poll_replies_new AFTER INSERT ON poll_answers BEGIN
    INSERT OR REPLACE INTO poll_replies (poll_id, seat_id, answers)
    SELECT poll_id, seat_id, group_concat(number || answer, ' ') FROM poll_answers
    WHERE poll_id = new.poll_id AND seat_id = new.seat_id GROUP BY poll_id, seat_id;
END;
CREATE TRIGGER poll_replies_gone AFTER DELETE ON poll_answers BEGIN
    DELETE FROM poll_replies WHERE poll_id = old.poll_id AND seat_id = old.seat_id;
    INSERT INTO poll_replies (poll_id, seat_id, answers)
    SELECT poll_id, seat_id, group_concat(number || answer, ' ') FROM poll_answers
    WHERE poll_id = old.poll_id AND seat_id = old.seat_id GROUP BY poll_id, seat_id;
END;
CREATE TRIGGER poll_replies_changed AFTER UPDATE OF poll_id, number, seat_id, answer ON poll_answers BEGIN
    DELETE FROM poll_replies WHERE poll_id = old.poll_id AND seat_id = old.seat_id;
    INSERT OR REPLACE INTO poll_replies (poll_id, seat_id, answers)
    SELECT poll_id, seat_id, group_concat(number || answer, ' ') FROM poll_answers
    WHERE poll_id IN (old.poll_id, new.poll_id) AND seat_id IN (old.seat_id, new.seat_id) GROUP BY poll_id, seat_id;
END;
