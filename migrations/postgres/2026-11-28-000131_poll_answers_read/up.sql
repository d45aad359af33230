-- What everybody has said of a poll is read seat by seat: from this index alone, in its order.
CREATE INDEX poll_answers_said ON poll_answers (poll_id, seat_id, number, answer);
