-- What an organiser's approver is asked and has answered, the last first.
CREATE INDEX approvals_by_organiser ON approvals (organiser_code, state, id);
