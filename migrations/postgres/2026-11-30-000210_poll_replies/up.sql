-- What each seat says of all slots of a poll, in one row: `1yes 2no 3if-need-be`. 40 people and 20 slots are 40 rows to read
-- instead of 800. Kept by the answers themselves, whichever program writes them, and gone with them.
CREATE TABLE poll_replies (
    poll_id uuid NOT NULL,
    seat_id uuid NOT NULL,
    answers text NOT NULL,
    PRIMARY KEY (poll_id, seat_id)
);

INSERT INTO poll_replies (poll_id, seat_id, answers)
SELECT poll_id, seat_id, string_agg(number || answer, ' ' ORDER BY number) FROM poll_answers GROUP BY poll_id, seat_id;

CREATE FUNCTION poll_replies_keep() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    DELETE FROM poll_replies r USING changed c WHERE r.poll_id = c.poll_id AND r.seat_id = c.seat_id;
    INSERT INTO poll_replies (poll_id, seat_id, answers)
    SELECT a.poll_id, a.seat_id, string_agg(a.number || a.answer, ' ' ORDER BY a.number)
    FROM (SELECT DISTINCT poll_id, seat_id FROM changed) c
    JOIN poll_answers a ON a.poll_id = c.poll_id AND a.seat_id = c.seat_id
    GROUP BY a.poll_id, a.seat_id;
    RETURN NULL;
END $$;

CREATE TRIGGER poll_replies_new AFTER INSERT ON poll_answers
    REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION poll_replies_keep();
CREATE TRIGGER poll_replies_gone AFTER DELETE ON poll_answers
    REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION poll_replies_keep();
CREATE TRIGGER poll_replies_changed_from AFTER UPDATE ON poll_answers
    REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION poll_replies_keep();
CREATE TRIGGER poll_replies_changed_to AFTER UPDATE ON poll_answers
    REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION poll_replies_keep();
