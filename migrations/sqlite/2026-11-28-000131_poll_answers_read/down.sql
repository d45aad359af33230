DROP INDEX poll_answers_said;
